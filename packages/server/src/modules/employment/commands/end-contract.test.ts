import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { anEmployer, aStay } from '../fixtures.ts'
import { endContract } from './end-contract.ts'

async function scene(world: World) {
  return world.load(async (tx) => {
    const here = await anEmployer(tx)
    return { ...here, stay: await aStay(tx, here) }
  })
}
type Scene = Awaited<ReturnType<typeof scene>>
const ends = (world: World, { stay, member }: Scene, more = {}, accountId = member.accountId) =>
  doAs(world, accountId, endContract, {
    contractId: stay.contractId,
    version: 1,
    lastDay: '2026-11-13',
    reason: 'mutual-agreement',
    ...more,
  })

databaseTest('another carrier and another role end no contract', async (world) => {
  const here = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  assert.deepEqual(refusalsIn(await ends(world, here, {}, here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await ends(world, here, {}, supervisor.accountId)), ['employment/not-yours'])
})

databaseTest('a contract broken before its term is a fact with its reason; the stay goes on until an exit', async (world) => {
  const here = await scene(world)
  assert.equal((await ends(world, here)).state, 'done')
  assert.deepEqual(await world.look('select last_day::text, reason from contract_version where superseded_at is null'), [
    { last_day: '2026-11-13', reason: 'ended: mutual-agreement' },
  ])
  assert.deepEqual(await world.look('select exit_day from siae_stay'), [{ exit_day: null }])
})

databaseTest('a contract does not end before it begins, nor on its term or after', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await ends(world, here, { lastDay: '2026-01-04' })), ['employment/ends-before-it-begins'])
  assert.deepEqual(refusalsIn(await ends(world, here, { lastDay: '2026-12-31' })), ['employment/ends-after-its-term'])
  assert.equal((await ends(world, here, { lastDay: '2026-12-30' })).state, 'done')
  assert.deepEqual(refusalsIn(await ends(world, here)), ['platform/stale'])
})

databaseTest('broken in its first months, a contract signed for four is not said to be too short', async (world) => {
  const here = await scene(world)
  assert.equal((await ends(world, here, { lastDay: '2026-02-13' })).state, 'done')
  assert.deepEqual(await world.look("select from anomaly where rule = 'employment/first-contract-too-short'"), [])
})
