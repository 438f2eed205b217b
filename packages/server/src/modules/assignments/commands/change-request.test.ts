import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aClient, aPlacingTeam, aRequest, REQUEST_TYPED } from '../fixtures.ts'
import { changeRequest } from './change-request.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aPlacingTeam(tx)
    const client = await aClient(tx, team.organisation)
    return { ...team, request: await aRequest(tx, team.siae, client, { schedule: 'le matin', needsLicence: true }) }
  })
type Scene = Awaited<ReturnType<typeof scene>>
const changes = (world: World, { request }: Scene, { accountId }: { accountId: string }, version = '1') =>
  doAs(world, accountId, changeRequest, { ...REQUEST_TYPED, requestId: request.id, version, work: 'Jardin', needs: ['vehicle'] })

databaseTest('another carrier does not know the request, and who accompanies changes nothing of it', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await changes(world, here, here.stranger)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await changes(world, here, here.counsellor)), ['assignments/not-yours'])
})

databaseTest('only while it waits is a request changed, from what was read of it', async (world) => {
  const here = await scene(world)
  assert.equal((await changes(world, here, here.coordinator)).state, 'done')
  assert.deepEqual(await world.look('select work, schedule, needs_licence, needs_vehicle, version from staffing_request'), [
    { work: 'Jardin', schedule: null, needs_licence: false, needs_vehicle: true, version: 2 },
  ])
  assert.deepEqual(refusalsIn(await changes(world, here, here.coordinator)), ['platform/stale'])
  await world.look("update staffing_request set state = 'filled'")
  assert.deepEqual(refusalsIn(await changes(world, here, here.coordinator, '2')), ['assignments/request-closed'])
})

databaseTest('the form shows the request as it is', async (world) => {
  const here = await scene(world)
  const form = await (await openBrowser(world, here.coordinator.accountId)).get(`/demandes/${here.request.id}/modifier`)
  for (const shown of [/value="Ménage"/, /value="Carcassonne"/, /value="3"/, /value="le matin"/]) assert.match(form.body, shown)
})
