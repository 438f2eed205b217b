import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aClient, aPlacingTeam, CLIENT_TYPED } from '../fixtures.ts'
import { changeClient } from './change-client.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aPlacingTeam(tx)
    return { ...team, client: await aClient(tx, team.organisation, { contact: { phone: '06 39 98 00 01' } }) }
  })
const typed = (client: { id: string }, more: object = {}) => ({
  ...CLIENT_TYPED,
  clientId: client.id,
  version: '1',
  former: false,
  ...more,
})

databaseTest('another carrier does not know the client; who accompanies changes nothing of it', async (world) => {
  const here = await scene(world)
  const changes = (accountId: string) => doAs(world, accountId, changeClient, typed(here.client))
  assert.deepEqual(refusalsIn(await changes(here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await changes(here.counsellor.accountId)), ['assignments/not-yours'])
})

databaseTest('a client that left has a last day, kept when it is changed again; coming back, it has none', async (world) => {
  const here = await scene(world)
  const changes = (more: object) => doAs(world, here.coordinator.accountId, changeClient, typed(here.client, more))
  assert.equal((await changes({ former: true })).state, 'done')
  assert.deepEqual(await world.look('select last_day::text, version from host_client'), [{ last_day: '2026-11-21', version: 2 }])
  assert.deepEqual(await world.look('select from host_client_contact'), [], 'nothing said, nothing kept')
  await world.look("update host_client set last_day = '2026-10-01'")
  await changes({ former: true, version: '2' })
  assert.deepEqual(await world.look('select last_day::text from host_client'), [{ last_day: '2026-10-01' }])
  await changes({ former: false, version: '3' })
  assert.deepEqual(await world.look('select last_day from host_client'), [{ last_day: null }])
})

databaseTest('whoever read the client before somebody changed it is told, with what they typed still there', async (world) => {
  const here = await scene(world)
  await doAs(world, here.director.accountId, changeClient, typed(here.client))
  const late = await doAs(world, here.coordinator.accountId, changeClient, typed(here.client, { name: 'Mon nom' }))
  assert.deepEqual(refusalsIn(late), ['platform/stale'])
})

databaseTest('how to reach a client is shown to who places, on its page and nowhere else', async (world) => {
  const here = await scene(world)
  for (const [who, reads] of [
    [here.coordinator, true],
    [here.director, true],
    [here.counsellor, false],
    [here.payroll, false],
  ] as const) {
    const browser = await openBrowser(world, who.accountId)
    assert.equal(/06 39 98 00 01/.test((await browser.get(`/clients/${here.client.id}`)).text), reads)
    for (const list of ['/clients', '/clients.csv']) assert.doesNotMatch((await browser.get(list)).body, /06 39/)
  }
})
