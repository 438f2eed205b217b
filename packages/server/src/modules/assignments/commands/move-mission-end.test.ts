import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aClient, aMission, anEnrolled, aPlacingTeam, aStatement, sameDays } from '../fixtures.ts'
import { moveMissionEnd } from './move-mission-end.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aPlacingTeam(tx)
    const client = await aClient(tx, team.organisation, { category: 'company', name: 'Maçonnerie Roux' })
    const made = { ...team, client, ...(await anEnrolled(tx, team)) }
    return { ...made, mission: await aMission(tx, made) }
  })
type Scene = Awaited<ReturnType<typeof scene>>
const moves = (world: World, { mission }: Scene, { accountId }: { accountId: string }, lastDay: string, reason = '', version = '1') =>
  doAs(world, accountId, moveMissionEnd, { assignmentId: mission.id, version, lastDay, reason })

databaseTest('another carrier does not know the mission; who accompanies or pays moves nothing', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await moves(world, here, here.stranger, '2027-01-31')), ['platform/not-found'])
  for (const who of [here.counsellor, here.payroll])
    assert.deepEqual(refusalsIn(await moves(world, here, who, '2027-01-31')), ['assignments/not-yours'])
})

databaseTest('extended, a mission keeps the day first agreed; ended before, it says why', async (world) => {
  const here = await scene(world)
  assert.equal((await moves(world, here, here.coordinator, '2027-01-31')).state, 'done')
  const known = () => world.look('select last_day::text, agreed_last_day::text, end_reason from assignment')
  assert.deepEqual(await known(), [{ last_day: '2027-01-31', agreed_last_day: '2026-12-31', end_reason: null }])
  assert.deepEqual(refusalsIn(await moves(world, here, here.coordinator, '2027-01-31', '', '2')), ['assignments/same-last-day'])
  assert.deepEqual(refusalsIn(await moves(world, here, here.coordinator, '2026-12-15', '', '2')), ['assignments/end-reason-missing'])
  assert.equal((await moves(world, here, here.coordinator, '2026-12-15', 'hired-by-client', '2')).state, 'done')
  assert.deepEqual(await known(), [{ last_day: '2026-12-15', agreed_last_day: '2026-12-31', end_reason: 'hired-by-client' }])
})

databaseTest('days already told stay inside: the last of them is the earliest end', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aStatement(tx, here.mission, { first: '2026-11-02', hours: sameDays(29, 100) }))
  const ends = (lastDay: string) => moves(world, here, here.coordinator, lastDay, 'work-done')
  assert.deepEqual(refusalsIn(await ends('2026-11-01')), ['assignments/ends-before-it-begins'])
  assert.deepEqual(refusalsIn(await ends('2026-11-29')), ['assignments/hours-after-the-end'])
  assert.equal((await ends('2026-11-30')).state, 'done')
})

databaseTest('shortened, a mission that would pass the limit closes its anomaly', async (world) => {
  const here = await scene(world)
  await world.look("update assignment set weekly_hours = 3500, last_day = '2026-11-30'")
  assert.equal((await moves(world, here, here.coordinator, '2027-03-31')).state, 'done')
  const open = () => world.look('select rule from anomaly where resolved_at is null')
  assert.deepEqual(await open(), [{ rule: 'assignments/company-hours-would-pass' }])
  await moves(world, here, here.coordinator, '2026-12-15', 'work-done', '2')
  assert.deepEqual(await open(), [])
  assert.deepEqual(await world.look('select resolution from anomaly'), [{ resolution: 'missions-changed' }])
})
