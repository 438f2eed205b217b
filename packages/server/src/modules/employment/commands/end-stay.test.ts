import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anEmployer, CONTRACT_TYPED } from '../fixtures.ts'
import { endStay } from './end-stay.ts'
import { recordContract } from './record-contract.ts'
import { reopenStay } from './reopen-stay.ts'

/** A contract from 1 June 2026 to 31 December, and its stay. */
async function scene(world: World, lastDay: string | null = '2026-12-31') {
  const here = await world.load((tx) => anEmployer(tx))
  const typed = { ...CONTRACT_TYPED, personId: here.person.id, siaeId: here.siae.id, unitId: here.unit.id }
  const done = await doAs(world, here.member.accountId, recordContract, { ...typed, firstDay: '2026-06-01', lastDay })
  assert.ok(done.state === 'done')
  return { ...here, typed, ...done.value }
}
const stays = (world: World) => world.look('select exit_day::text from siae_stay')
const lasts = (world: World) => world.look('select version, last_day::text, reason from contract_version order by recorded_at, version')

databaseTest('another carrier ends no stay here, nor opens one again', async (world) => {
  const here = await scene(world)
  const { accountId } = here.stranger
  assert.deepEqual(refusalsIn(await doAs(world, accountId, endStay, { stayId: here.stayId, exitOn: '2026-11-15' })), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await doAs(world, accountId, reopenStay, { stayId: here.stayId })), ['platform/not-found'])
  assert.deepEqual(await stays(world), [{ exit_day: null }])
})

databaseTest('a stay does not end before it begins', async (world) => {
  const here = await scene(world)
  const ended = await doAs(world, here.member.accountId, endStay, { stayId: here.stayId, exitOn: '2026-05-31' })
  assert.deepEqual(refusalsIn(ended), ['employment/exit-before-entry'])
})

databaseTest('the contract that runs ends with the stay, then follows it to another day, and finds its end again', async (world) => {
  const { stayId, member } = await scene(world)
  const end = (exitOn: string) => doAs(world, member.accountId, endStay, { stayId, exitOn })
  assert.equal((await end('2026-11-15')).state, 'done')
  assert.equal((await end('2026-11-20')).state, 'done')
  assert.deepEqual(await stays(world), [{ exit_day: '2026-11-20' }])
  assert.equal((await doAs(world, member.accountId, reopenStay, { stayId })).state, 'done')
  assert.deepEqual(await stays(world), [{ exit_day: null }])
  assert.deepEqual(await lasts(world), [
    { version: 1, last_day: '2026-12-31', reason: null },
    { version: 2, last_day: '2026-11-15', reason: 'exit' },
    { version: 3, last_day: '2026-11-20', reason: 'exit' },
    { version: 4, last_day: '2026-12-31', reason: 'exit cancelled' },
  ])
})

databaseTest('an exit after the end of the contract, or on its last day, leaves the contract as it was', async (world) => {
  const { stayId, member } = await scene(world, '2026-10-31')
  for (const exitOn of ['2026-10-31', '2026-11-20'])
    assert.equal((await doAs(world, member.accountId, endStay, { stayId, exitOn })).state, 'done')
  assert.deepEqual(await lasts(world), [{ version: 1, last_day: '2026-10-31', reason: null }])
})

databaseTest('a contract without a term ends with the stay', async (world) => {
  const { stayId, member } = await scene(world, null)
  await doAs(world, member.accountId, endStay, { stayId, exitOn: '2026-11-20' })
  assert.deepEqual((await lasts(world)).at(-1), { version: 2, last_day: '2026-11-20', reason: 'exit' })
  await doAs(world, member.accountId, reopenStay, { stayId })
  assert.deepEqual((await lasts(world)).at(-1), { version: 3, last_day: null, reason: 'exit cancelled' })
})
