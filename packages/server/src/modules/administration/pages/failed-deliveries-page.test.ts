import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMember, anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'

const PATH = '/administration/envois-en-echec'
const EVENT = '01a1fdcc-a243-7c63-8c3d-ae0bb23924e1'

async function scene(world: World) {
  const members = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    return {
      director: await aMember(tx, organisation, 'director'),
      administrator: await aMember(tx, organisation, 'organisation_administrator', { name: 'Alix Sorel' }),
    }
  })
  await world.look('update account set administrator = true where id = $1', [members.administrator.accountId])
  await world.look(
    `insert into event (id, type, version, subject_id, ids, occurred_on, recorded_at)
     values ($1, 'hiring/hire-declared', 1, $1, '{}', '2026-11-20', '2026-11-20T23:30:00Z')`,
    [EVENT],
  )
  return members
}
const failedTimes = (world: World, attempts: number) =>
  world.look(`insert into delivery (event_id, handler, attempts, last_failure) values ($1, 'applications/close-others', $2, 'TypeError')`, [
    EVENT,
    attempts,
  ])

databaseTest('a visitor signs in; no role opens the page, and the database tells them of no failure either', async (world) => {
  const { director } = await scene(world)
  await failedTimes(world, 10)
  assert.equal((await (await openBrowser(world)).get(PATH)).status, 303)
  assert.equal((await (await openBrowser(world, director.accountId)).get(PATH)).status, 404)
})

databaseTest('ten failures make a line that an administrator of the platform sees; nine do not', async (world) => {
  const { administrator } = await scene(world)
  const browser = await openBrowser(world, administrator.accountId)
  await failedTimes(world, 9)
  assert.match((await browser.get(PATH)).text, /Aucun envoi en échec/)
  await world.look('update delivery set attempts = 10')
  const { text } = await browser.get(PATH)
  assert.match(text, /21 novembre 2026 hiring\/hire-declared applications\/close-others 10 TypeError/)
  assert.match(text, new RegExp(EVENT))
  assert.match((await browser.get('/')).text, /Envois en échec/)
})
