import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anEmployer, aStay } from '../../employment/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { EXIT_TYPED } from '../fixtures.ts'
import { recordExit } from './record-exit.ts'

/** Nadia Benali has worked here since 5 January 2026, with a contract until 31 December. */
async function scene(world: World) {
  return world.load(async (tx) => {
    const here = await anEmployer(tx)
    return { ...here, stay: await aStay(tx, here) }
  })
}
type Scene = Awaited<ReturnType<typeof scene>>
const records = (world: World, { stay, member }: Scene, more = {}, accountId = member.accountId) =>
  doAs(world, accountId, recordExit, { ...EXIT_TYPED, stayId: stay.id, ...more })
const versions = (world: World) =>
  world.look('select version, exit_on::text, cancelled, superseded_at is null as current from exit_version order by version')

databaseTest('another carrier, another role of the structure and a former member record no exit', async (world) => {
  const here = await scene(world)
  const [supervisor, former] = await world.load(async (tx) => [
    await aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'),
    await aMemberIn(tx, here.organisation, here.unit, 'counsellor', { lastDay: '2026-11-20' }),
  ])
  assert.ok(supervisor && former)
  assert.deepEqual(refusalsIn(await records(world, here, {}, here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await records(world, here, {}, supervisor.accountId)), ['exits/not-yours'])
  assert.deepEqual(refusalsIn(await records(world, here, {}, former.accountId)), ['platform/not-found'])
  assert.equal((await world.look('select from exit')).length, 0)
})

for (const role of ['director', 'assignment_coordinator', 'payroll_officer'] as const)
  databaseTest(`an exit is recorded by a member of the team: ${role}`, async (world) => {
    const here = await scene(world)
    const other = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, role))
    assert.equal((await records(world, here, {}, other.accountId)).state, 'done')
  })

databaseTest('the stay ends, and the contract that runs with it', async (world) => {
  const here = await scene(world)
  assert.equal((await records(world, here)).state, 'done')
  assert.deepEqual(await world.look('select exit_day::text from siae_stay where id = $1', [here.stay.id]), [{ exit_day: '2026-11-13' }])
  assert.deepEqual(
    await world.look('select last_day::text, reason from contract_version where contract_id = $1 and superseded_at is null', [
      here.stay.contractId,
    ]),
    [{ last_day: '2026-11-13', reason: 'exit' }],
  )
  assert.deepEqual(await world.look('select reason, sensitivity, version from exit_reason'), [
    { reason: 'unemployed', sensitivity: 'ordinary', version: 1 },
  ])
  assert.equal((await world.look("select from anomaly where subject_table = 'exit'")).length, 0)
  const [event] = await world.look("select ids from event where type = 'exits/exit-recorded' order by position desc limit 1")
  assert.deepEqual(Object.keys(event?.['ids'] as object).toSorted(), ['exitId', 'siaeId', 'stayId'])
})

databaseTest('only the impossible is turned back, and nothing changes', async (world) => {
  const here = await scene(world)
  const refused = async (more: object) => refusalsIn(await records(world, here, more))
  assert.deepEqual(await refused({ exitOn: '2026-01-04' }), ['exits/before-entry'])
  assert.deepEqual(await refused({ exitOn: '2026-12-22' }), ['exits/too-far-ahead'])
  assert.deepEqual(await refused({ foundLast: '2027-05-31' }), ['exits/found-without-first-day'])
  assert.deepEqual(await refused({ foundFirst: '2027-06-01', foundLast: '2027-05-31' }), ['exits/found-ends-before-it-begins'])
  assert.deepEqual(await versions(world), [])
  assert.equal((await records(world, here, { exitOn: '2026-12-21' })).state, 'done')
  assert.deepEqual(await refused({}), ['exits/already-exited'])
  assert.equal((await versions(world)).length, 1)
})

databaseTest('an exit on the day of the entry is a fact; one long after the contract is too, with an anomaly', async (world) => {
  const here = await scene(world)
  assert.equal((await records(world, here, { exitOn: '2026-01-05' })).state, 'done')
  const other = await world.load(async (tx) => ({ ...here, stay: await aStay(tx, here, { entry: '2026-02-02', last: '2026-08-31' }) }))
  assert.equal((await records(world, other)).state, 'done')
  assert.deepEqual(await world.look("select rule, since::text, resolved_at from anomaly where subject_table = 'exit'"), [
    { rule: 'exits/no-contract-since', since: '2026-11-13', resolved_at: null },
  ])
})

databaseTest('the length of the contract found may not be known yet; known, it is kept', async (world) => {
  const here = await scene(world)
  assert.equal((await records(world, here, { reason: 'fixed-term-contract' })).state, 'done')
  assert.deepEqual(await world.look('select found_first from exit_version'), [{ found_first: null }])
  const other = await world.load(async (tx) => ({ ...here, stay: await aStay(tx, here, { entry: '2026-11-16' }) }))
  await records(world, other, { exitOn: '2026-11-18', reason: 'fixed-term-contract', foundFirst: '2026-11-19', foundLast: '2027-05-18' })
  assert.deepEqual(await world.look('select found_first::text, found_last::text from exit_version where found_first is not null'), [
    { found_first: '2026-11-19', found_last: '2027-05-18' },
  ])
})

databaseTest('an exit by death records the death; the payroll officer asks somebody who may', async (world) => {
  const here = await scene(world)
  const payroll = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'payroll_officer'))
  const dead = { exitOn: '2026-11-13', reason: 'death' }
  assert.deepEqual(refusalsIn(await records(world, here, dead, payroll.accountId)), ['exits/death-by-others'])
  const ahead = await records(world, here, { ...dead, exitOn: '2026-11-30' })
  assert.equal(ahead.state === 'refused' && ahead.refusals[0]?.field, 'exitOn')
  assert.equal((await records(world, here, dead)).state, 'done')
  assert.deepEqual(await world.look('select death_date::text from person where id = $1', [here.person.id]), [{ death_date: '2026-11-13' }])
  assert.deepEqual(await world.look('select reason, sensitivity from exit_reason'), [{ reason: 'death', sensitivity: 'social' }])
})

databaseTest('after a death, an exit of a later day is impossible', async (world) => {
  const here = await scene(world)
  await world.look("update person set death_date = '2026-11-10' where id = $1", [here.person.id])
  assert.deepEqual(refusalsIn(await records(world, here)), ['people/person-died'])
  assert.equal((await records(world, here, { exitOn: '2026-11-10', reason: 'death' })).state, 'done')
})
