import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aClient, aPlacingTeam, aRequest } from '../fixtures.ts'
import { REQUEST_PASSAGES, REQUEST_STATES, type RequestState } from '../model.ts'
import { moveRequest } from './move-request.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aPlacingTeam(tx)
    const client = await aClient(tx, team.organisation)
    return { ...team, client, request: await aRequest(tx, team.siae, client) }
  })
type Scene = Awaited<ReturnType<typeof scene>>
const moves = (world: World, { request }: Scene, { accountId }: { accountId: string }, to: RequestState, reason = '', version = 1) =>
  doAs(world, accountId, moveRequest, { requestId: request.id, version, to, reason })

databaseTest('another carrier does not know the request; who accompanies says nothing of what becomes of it', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await moves(world, here, here.stranger, 'filled')), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await moves(world, here, here.counsellor, 'filled')), ['assignments/not-yours'])
})

databaseTest('each state goes to its own next ones and to no other', async (world) => {
  const here = await scene(world)
  for (const from of REQUEST_STATES)
    for (const to of REQUEST_STATES) {
      await world.look("update staffing_request set version = 1, state = $1, drop_reason = case when $1 = 'dropped' then 'other' end", [
        from,
      ])
      const performed = await moves(world, here, here.coordinator, to, 'nobody-free')
      if (REQUEST_PASSAGES[from].includes(to)) assert.equal(performed.state, 'done', `${from} → ${to}`)
      else assert.deepEqual(refusalsIn(performed), ['assignments/not-from-this-state'], `${from} → ${to}`)
    }
})

databaseTest('left without a follow-up, a request says why; opened again, it forgets it', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await moves(world, here, here.coordinator, 'dropped')), ['assignments/drop-reason-missing'])
  await moves(world, here, here.coordinator, 'dropped', 'client-gave-up')
  const known = () => world.look('select state, drop_reason from staffing_request')
  assert.deepEqual(await known(), [{ state: 'dropped', drop_reason: 'client-gave-up' }])
  assert.deepEqual(refusalsIn(await moves(world, here, here.coordinator, 'open', '')), ['platform/stale'])
  await moves(world, here, here.coordinator, 'open', '', 2)
  assert.deepEqual(await known(), [{ state: 'open', drop_reason: null }])
})

databaseTest('the list shows what waits for somebody, by client or by state, and says it when there is nothing', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.counsellor.accountId)
  assert.match((await browser.get('/demandes')).text, /Ménage Monique Serres Carcassonne/)
  assert.doesNotMatch((await browser.get(`/demandes/${here.request.id}`)).text, /Ce que devient la demande/)
  await moves(world, here, here.coordinator, 'filled')
  assert.match((await browser.get('/demandes')).text, /Aucune demande n’attend/)
  assert.match((await browser.get('/demandes?etat=pourvues')).text, /Ménage/)
  assert.match((await browser.get(`/demandes?etat=toutes&client=${here.client.id}`)).text, /Ménage/)
  assert.match((await browser.get('/demandes.csv?etat=toutes')).body, /Ménage;Monique Serres;Particulier/)
})
