import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../platform/testing/database-test.ts'
import { openBrowser } from '../../platform/testing/test-browser.ts'
import { aSmallMap } from '../territories/fixtures.ts'
import { aMember, anOrganisation, aSiae } from './fixtures.ts'
import { organisationsOf } from './tables.ts'

async function aDeputy(world: World, { first, last }: { readonly first: string; readonly last: string }) {
  return world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const siae = await aSiae(tx, organisation)
    const director = await aMember(tx, organisation, 'director', { name: 'Claire Absente' })
    const deputy = await aMember(tx, organisation, 'counsellor', { name: 'Sami Présent' })
    await organisationsOf(tx)
      .insertInto('delegation')
      .values({
        id: '01a1fdcc-0000-7000-8000-00000000000d',
        organisation_id: organisation.id,
        from_membership_id: director.membershipId,
        to_membership_id: deputy.membershipId,
        reason: 'Congés',
        first_day: first,
        last_day: last,
        recorded_at: '2026-01-01T00:00:00Z',
        recorded_by: null,
      })
      .execute()
    return { siae, deputy, director }
  })
}

// find_session reads the clock of the database: days far on both sides of any day of a test.
const NOW = { first: '2020-01-01', last: '2099-12-31' }

databaseTest('a deputy wears the hat of the absent member, and it says in whose place', async (world) => {
  const { siae, deputy, director } = await aDeputy(world, NOW)
  const browser = await openBrowser(world, deputy.accountId)
  assert.equal((await browser.get(`/structures/${siae.id}/sites/ajouter`)).status, 404)
  await browser.post('/chapeau', { hat: director.membershipId })
  const form = await browser.get(`/structures/${siae.id}/sites/ajouter`)
  assert.equal(form.status, 200)
  assert.match(form.text, /en remplacement de Claire Absente/)
})

databaseTest('a deputy of the past has only their own hat', async (world) => {
  const { deputy, director } = await aDeputy(world, { first: '2020-01-01', last: '2020-12-31' })
  const browser = await openBrowser(world, deputy.accountId)
  assert.equal((await browser.post('/chapeau', { hat: director.membershipId })).status, 404)
})
