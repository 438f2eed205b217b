import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aPlace, aUnit, outsidersOf } from '../fixtures.ts'

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const counsellor = await aMember(tx, organisation, 'counsellor', { name: 'Alix Sorel', lastDay: '2027-03-31' })
    const director = await aMember(tx, organisation, 'director')
    return { organisation, unit, counsellor, director, path: `/casquettes/${counsellor.membershipId}/equipes`, form: { unitId: unit.id } }
  })

databaseTest('a visitor, another role, another organisation, a former director put nobody in a team', async (world) => {
  const { organisation, path, form } = await set(world)
  await isClosedTo(world, await world.load((tx) => outsidersOf(tx, organisation)), { path, form })
  assert.equal((await world.look('select from membership_unit')).length, 0)
})

databaseTest('the director puts a member in a team, until the end of their hat; the next page of the member holds it', async (world) => {
  const { path, form, counsellor, director, unit } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  assert.equal((await browser.post(path, form)).location, path)
  assert.match((await browser.get('/mon-organisation')).text, /Alix Sorel .*Équipe de Limoux/)
  assert.deepEqual(await world.look('select first_day::text, last_day::text from membership_unit'), [
    { first_day: '2026-11-21', last_day: '2027-03-31' },
  ])
  const [held] = await world.look(`select membership_id from membership_unit where unit_id = '${unit.id}'`)
  assert.equal(held?.['membership_id'], counsellor.membershipId)
})

databaseTest('no team, or one of another organisation, changes nothing', async (world) => {
  const { path, director } = await set(world)
  const foreign = await world.load(async (tx) => aUnit(tx, await anOrganisation(tx, { name: 'Autre' })))
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.post(path, { unitId: '' })).text, /Choisissez une équipe/)
  assert.equal((await browser.post(path, { unitId: foreign.id })).status, 404)
  assert.equal((await world.look('select from membership_unit')).length, 0)
})

databaseTest('a member already there, or a team that closes, is refused in French', async (world) => {
  const { organisation, path, form, director } = await set(world)
  const closing = await world.load((tx) => aUnit(tx, organisation, { name: 'Équipe d’hiver', lastDay: '2026-12-31' }))
  const browser = await openBrowser(world, director.accountId)
  await browser.post(path, form)
  assert.match((await browser.post(path, form)).text, /Ce membre est déjà dans cette équipe/)
  assert.match((await browser.post(path, { unitId: closing.id })).text, /ferme ou a fermé le 31 décembre 2026/)
})

databaseTest('somebody who left earlier today comes back', async (world) => {
  const { organisation, path, form, counsellor, director, unit } = await set(world)
  await world.load((tx) => aPlace(tx, organisation, counsellor.membershipId, unit, { lastDay: '2026-11-21' }))
  assert.equal((await (await openBrowser(world, director.accountId)).post(path, form)).status, 303)
  assert.deepEqual(await world.look('select last_day::text from membership_unit'), [{ last_day: '2027-03-31' }])
})

databaseTest('the same form sent twice puts them there once', async (world) => {
  const { path, form, director } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const sent = { ...form, request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(path, sent)
  assert.equal((await browser.post(path, sent)).location, path)
  assert.equal((await world.look('select from membership_unit')).length, 1)
})
