import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anEmployer, aStay } from '../../employment/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { EXIT_TYPED } from '../fixtures.ts'
import { cancelExit } from './cancel-exit.ts'
import { recordExit } from './record-exit.ts'

async function scene(world: World) {
  const here = await world.load(async (tx) => {
    const made = await anEmployer(tx)
    return { ...made, stay: await aStay(tx, made) }
  })
  await doAs(world, here.member.accountId, recordExit, { ...EXIT_TYPED, exitOn: '2026-11-13', stayId: here.stay.id })
  return here
}
type Scene = Awaited<ReturnType<typeof scene>>
const cancels = (world: World, { stay, member }: Scene, version = 1, accountId = member.accountId) =>
  doAs(world, accountId, cancelExit, { stayId: stay.id, version, changeReason: 'La personne a repris' })

databaseTest('another carrier and another role cancel nothing', async (world) => {
  const here = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  assert.deepEqual(refusalsIn(await cancels(world, here, 1, here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await cancels(world, here, 1, supervisor.accountId)), ['exits/not-yours'])
  assert.deepEqual(await world.look('select exit_day::text from siae_stay'), [{ exit_day: '2026-11-13' }])
})

databaseTest('the stay goes on with its contract as agreed; the trace remains, and the next exit is its third version', async (world) => {
  const here = await scene(world)
  assert.equal((await cancels(world, here)).state, 'done')
  assert.deepEqual(await world.look('select exit_day from siae_stay'), [{ exit_day: null }])
  assert.deepEqual(await world.look('select last_day::text from contract_version where superseded_at is null'), [
    { last_day: '2026-12-31' },
  ])
  const again = await doAs(world, here.member.accountId, recordExit, { ...EXIT_TYPED, reason: 'another-siae', stayId: here.stay.id })
  assert.equal(again.state, 'done')
  assert.equal((await world.look('select from exit')).length, 1)
  assert.deepEqual(
    await world.look(
      'select version, cancelled, superseded_at is null as current, exit_change.reason as change_reason from exit_version left join exit_change using (exit_id, version) order by version',
    ),
    [
      { version: 1, cancelled: false, current: false, change_reason: null },
      { version: 2, cancelled: true, current: false, change_reason: 'La personne a repris' },
      { version: 3, cancelled: false, current: true, change_reason: null },
    ],
  )
})

databaseTest('an exit already cancelled, or read before a change, is not cancelled again', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await cancels(world, here, 2)), ['platform/stale'])
  await cancels(world, here)
  assert.deepEqual(refusalsIn(await cancels(world, here)), ['platform/not-found'])
})

databaseTest('the person came back later: the first exit stays, for two stays cannot overlap', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aStay(tx, here, { entry: '2026-11-20' }))
  assert.deepEqual(refusalsIn(await cancels(world, here)), ['employment/stay-overlaps'])
  assert.equal((await world.look('select from siae_stay where exit_day is not null')).length, 1)
})
