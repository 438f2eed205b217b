import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anEmployer, aStay } from '../../employment/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { EXIT_TYPED } from '../fixtures.ts'
import { exitOfStay } from '../queries/exit-of-stay.ts'
import { correctExit } from './correct-exit.ts'
import { recordExit } from './record-exit.ts'

async function scene(world: World, more = {}) {
  const here = await world.load(async (tx) => {
    const made = await anEmployer(tx)
    return { ...made, stay: await aStay(tx, made) }
  })
  const done = await doAs(world, here.member.accountId, recordExit, { ...EXIT_TYPED, stayId: here.stay.id, ...more })
  assert.equal(done.state, 'done')
  return here
}
type Scene = Awaited<ReturnType<typeof scene>>
const corrects = (world: World, { stay, member }: Scene, more = {}, accountId = member.accountId) =>
  doAs(world, accountId, correctExit, {
    ...EXIT_TYPED,
    reason: '',
    stayId: stay.id,
    version: 1,
    changeReason: 'Date lue sur le courrier',
    ...more,
  })

databaseTest('another carrier and another role correct nothing', async (world) => {
  const here = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  assert.deepEqual(refusalsIn(await corrects(world, here, {}, here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await corrects(world, here, { exitOn: '2026-11-12' }, supervisor.accountId)), ['exits/not-yours'])
})

databaseTest('the stay and its contract follow the new day; what was known stays readable, with why', async (world) => {
  const here = await scene(world)
  assert.equal((await corrects(world, here, { exitOn: '2026-11-20' })).state, 'done')
  assert.deepEqual(await world.look('select exit_day::text from siae_stay'), [{ exit_day: '2026-11-20' }])
  assert.deepEqual(
    await world.look(
      'select exit_on::text, reason_version, superseded_at is null as current, exit_change.reason as change_reason from exit_version left join exit_change using (exit_id, version) order by version',
    ),
    [
      { exit_on: '2026-11-13', reason_version: 1, current: false, change_reason: null },
      { exit_on: '2026-11-20', reason_version: 1, current: true, change_reason: 'Date lue sur le courrier' },
    ],
  )
  assert.deepEqual(await world.look('select last_day::text from contract_version where superseded_at is null'), [
    { last_day: '2026-11-20' },
  ])
  assert.equal((await world.look('select from exit_reason')).length, 1)
})

databaseTest('nothing different, a version read before a change, or an impossible day changes nothing', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await corrects(world, here)), ['exits/nothing-changed'])
  assert.deepEqual(refusalsIn(await corrects(world, here, { exitOn: '2026-01-04' })), ['exits/before-entry'])
  await corrects(world, here, { exitOn: '2026-11-20' })
  assert.deepEqual(refusalsIn(await corrects(world, here, { exitOn: '2026-11-19' })), ['platform/stale'])
  assert.equal((await world.look('select from exit_version')).length, 2)
})

databaseTest('whoever is not shown a reason corrects the day and keeps it; no former reason shows in its place', async (world) => {
  const here = await scene(world)
  assert.equal((await corrects(world, here, { reason: 'detention' })).state, 'done')
  assert.equal((await corrects(world, here, { exitOn: '2026-11-12', version: 2 })).state, 'done')
  const told = () => readAs(world, here.member.accountId, (ctx) => exitOfStay(ctx, here.stay.id))
  assert.equal((await told())?.reason, 'withheld')
  await world.load((tx) => aReferent(tx, { ...here, ...here.member }))
  assert.equal((await told())?.reason, 'detention')
})

databaseTest('an anomaly that no longer holds is closed, and what is wrong now is opened', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await anEmployer(tx)
    return { ...made, stay: await aStay(tx, made, { last: '2026-10-31' }) }
  })
  await doAs(world, here.member.accountId, recordExit, { ...EXIT_TYPED, stayId: here.stay.id })
  await corrects(world, here, { exitOn: '2026-11-12' })
  await corrects(world, here, { exitOn: '2026-10-31', version: 2 })
  assert.deepEqual(await world.look("select rule, resolution from anomaly where subject_table = 'exit' order by id"), [
    { rule: 'exits/no-contract-since', resolution: 'exit-corrected' },
    { rule: 'exits/no-contract-since', resolution: 'exit-corrected' },
  ])
})
