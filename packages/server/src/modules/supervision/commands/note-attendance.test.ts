import assert from 'node:assert/strict'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, TEST_DAY, type World } from '../../../platform/testing/database-test.ts'
import { aWorkerNamed } from '../../employment/fixtures.ts'
import { aMemberIn, aUnit } from '../../people/fixtures.ts'
import { anAttendance, aSiteAtWork } from '../fixtures.ts'
import { noteAttendance } from './note-attendance.ts'

type Scene = Awaited<ReturnType<typeof aSiteAtWork>>

const notes = (
  world: World,
  { accountId }: { readonly accountId: string },
  { ana, site }: Pick<Scene, 'ana' | 'site'>,
  more: Partial<z.input<typeof noteAttendance.schema>> = {},
) => {
  const said = { stayId: ana.stay.id, worksiteId: site.id, day: TEST_DAY, state: 'present', lateMinutes: '', half: '' } as const
  return doAs(world, accountId, noteAttendance, { ...said, ...more })
}

const written = (world: World) =>
  world.look(
    'select version, state, late_minutes, half, noted_on::text, superseded_at is null as known from attendance_version order by attendance_id, version',
  )
const first = { version: 1, state: 'present', late_minutes: null, half: null, noted_on: TEST_DAY, known: true }

databaseTest('who supervises another team, works elsewhere, left or does not meet the team notes nothing', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    const far = await aUnit(tx, made.organisation, made.siae, 'Équipe du Soler')
    return { ...made, farSupervisor: await aMemberIn(tx, made.organisation, far, 'technical_supervisor', { name: 'Sam Olive' }) }
  })
  for (const who of [here.farSupervisor, here.stranger, here.former, here.officer])
    assert.notEqual((await notes(world, who, here)).state, 'done')
  assert.deepEqual(await written(world), [])
})

databaseTest(
  'one press notes a presence; the same press again changes nothing; another one on the same day puts it right',
  async (world) => {
    const here = await world.load((tx) => aSiteAtWork(tx))
    assert.equal((await notes(world, here.supervisor, here)).state, 'done')
    assert.equal((await notes(world, here.supervisor, here)).state, 'done')
    assert.deepEqual(await written(world), [first])
    assert.equal((await notes(world, here.supervisor, here, { state: 'late', lateMinutes: '20', half: 'morning' })).state, 'done')
    assert.deepEqual(await written(world), [
      { ...first, known: false },
      { ...first, version: 2, state: 'late', late_minutes: 20 },
    ])
    assert.equal((await world.look("select from event where type = 'supervision/attendance-noted'")).length, 2)
  },
)

databaseTest('a day that is not here yet, or before the entry, is impossible; yesterday is noted when nothing was', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  assert.deepEqual(refusalsIn(await notes(world, here.supervisor, here, { day: '2026-11-22' })), ['supervision/day-to-come'])
  assert.equal((await notes(world, here.supervisor, here, { day: '2026-01-04' })).state, 'refused')
  assert.equal((await notes(world, here.supervisor, here, { day: '2026-01-05' })).state, 'done')
  assert.equal((await notes(world, here.supervisor, here, { day: '2026-11-20', state: 'absent', half: 'afternoon' })).state, 'done')
  assert.deepEqual(
    (await written(world)).map(({ state, half }) => [state, half]),
    [
      ['present', null],
      ['absent', 'afternoon'],
    ],
  )
})

databaseTest('after the day on which it was noted, a press changes nothing: payroll corrects it with a reason', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    await anAttendance(tx, { ...made.ana, ...made, by: made.supervisor }, { day: '2026-11-20' })
    return made
  })
  const change = { day: '2026-11-20', state: 'absent' } as const
  assert.deepEqual(refusalsIn(await notes(world, here.supervisor, here, change)), ['supervision/correction-not-yours'])
  assert.deepEqual(refusalsIn(await notes(world, here.payroll, here, change)), ['supervision/noted-another-day'])
  assert.equal((await notes(world, here.supervisor, here, { day: '2026-11-20' })).state, 'done', 'said twice, it is true twice')
  assert.equal((await written(world)).length, 1)
})

databaseTest('somebody who came without a contract that day is noted all the same', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    return { ...made, late: await aWorkerNamed(tx, made, 'Prat', { last: '2026-10-31', worksite: made.site }) }
  })
  assert.equal((await notes(world, here.supervisor, here, { stayId: here.late.stay.id })).state, 'done')
  assert.deepEqual(await written(world), [first])
})

databaseTest('what is noted by mistake is withdrawn the same day, and noted again', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  for (const state of ['present', 'withdrawn', 'absent'] as const)
    assert.equal((await notes(world, here.supervisor, here, { state })).state, 'done')
  assert.deepEqual(
    (await written(world)).map(({ state, known }) => [state, known]),
    [
      ['present', false],
      ['withdrawn', false],
      ['absent', true],
    ],
  )
})

databaseTest('after a death only the days before it are noted', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  await world.look("update person set death_date = '2026-11-18' where id = $1", [here.ana.person.id])
  assert.deepEqual(refusalsIn(await notes(world, here.supervisor, here)), ['people/person-died'])
  assert.equal((await notes(world, here.supervisor, here, { day: '2026-11-18' })).state, 'done')
})
