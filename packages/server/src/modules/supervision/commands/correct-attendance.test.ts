import assert from 'node:assert/strict'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anAttendance, aSiteAtWork } from '../fixtures.ts'
import { correctAttendance } from './correct-attendance.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    return { ...made, noted: await anAttendance(tx, { ...made.ana, ...made, by: made.supervisor }, { day: '2026-11-18' }) }
  })

const corrects = (
  world: World,
  { accountId }: { readonly accountId: string },
  { noted }: Awaited<ReturnType<typeof scene>>,
  more: Partial<z.input<typeof correctAttendance.schema>> = {},
) => {
  const said = {
    attendanceId: noted.id,
    version: '1',
    state: 'absent',
    lateMinutes: '',
    half: '',
    reason: 'Feuille signée retrouvée',
  } as const
  return doAs(world, accountId, correctAttendance, { ...said, ...more })
}

databaseTest('neither the supervisor nor the counsellor corrects after the day, nor who works elsewhere', async (world) => {
  const here = await scene(world)
  for (const who of [here.supervisor, here.counsellor])
    assert.deepEqual(refusalsIn(await corrects(world, who, here)), ['supervision/correction-not-yours'])
  for (const who of [here.stranger, here.former]) assert.notEqual((await corrects(world, who, here)).state, 'done')
  assert.deepEqual(await world.look('select state from attendance_version'), [{ state: 'present' }])
})

databaseTest(
  'payroll, then the direction, correct with why: all that was said stays, and no word of it is written beside',
  async (world) => {
    const here = await scene(world)
    assert.equal((await corrects(world, here.payroll, here)).state, 'done')
    assert.deepEqual(refusalsIn(await corrects(world, here.director, here)), ['supervision/stale'])
    assert.deepEqual(refusalsIn(await corrects(world, here.director, here, { version: '2' })), ['supervision/nothing-corrected'])
    assert.equal((await corrects(world, here.director, here, { version: '2', half: 'morning' })).state, 'done')
    assert.deepEqual(
      await world.look(
        'select version, state, half, reason, superseded_at is null as known, recorded_by from attendance_version order by version',
      ),
      [
        { version: 1, state: 'present', half: null, reason: null, known: false, recorded_by: here.supervisor.accountId },
        { version: 2, state: 'absent', half: null, reason: 'Feuille signée retrouvée', known: false, recorded_by: here.payroll.accountId },
        {
          version: 3,
          state: 'absent',
          half: 'morning',
          reason: 'Feuille signée retrouvée',
          known: true,
          recorded_by: here.director.accountId,
        },
      ],
    )
    const beside = await world.look(
      'select audit::text as line from audit union all select event::text from event union all select request_outcome::text from request_outcome',
    )
    assert.doesNotMatch(JSON.stringify(beside), /Feuille/)
  },
)
