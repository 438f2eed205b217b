import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, TEST_DAY } from '../../../platform/testing/database-test.ts'
import { aWorkerNamed } from '../../employment/fixtures.ts'
import { aWorksite } from '../../organisations/fixtures.ts'
import { anAttendance, aSiteAtWork } from '../fixtures.ts'
import { noteWholeTeam } from './note-whole-team.ts'

databaseTest('who does not meet the team notes nobody', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  const typed = { siaeId: here.siae.id, worksiteId: here.site.id, day: TEST_DAY }
  assert.deepEqual(refusalsIn(await doAs(world, here.officer.accountId, noteWholeTeam, typed)), ['supervision/attendance-not-yours'])
  assert.deepEqual(refusalsIn(await doAs(world, here.stranger.accountId, noteWholeTeam, typed)), ['supervision/nobody-to-note'])
  assert.deepEqual(await world.look('select from attendance'), [])
})

databaseTest('everybody expected there is noted present, but those of whom something is said; nobody of another site', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    const other = await aWorksite(tx, made.siae, { name: 'Serre' })
    await aWorkerNamed(tx, made, 'Prat', { worksite: other })
    await aWorkerNamed(tx, made, 'Roux', { worksite: made.site, last: '2026-10-31' })
    await anAttendance(tx, { ...made.bea, ...made, by: made.supervisor }, { state: 'absent' })
    return made
  })
  const typed = { siaeId: here.siae.id, worksiteId: here.site.id, day: TEST_DAY }
  const done = await doAs(world, here.supervisor.accountId, noteWholeTeam, typed)
  assert.ok(done.state === 'done' && done.value.noted === 1)
  assert.deepEqual(
    await world.look(
      'select attendance.stay_id, state from attendance join attendance_version on attendance_id = attendance.id order by state',
    ),
    [
      { stay_id: here.bea.stay.id, state: 'absent' },
      { stay_id: here.ana.stay.id, state: 'present' },
    ],
  )
  assert.deepEqual(refusalsIn(await doAs(world, here.supervisor.accountId, noteWholeTeam, typed)), ['supervision/nobody-to-note'])
  const tomorrow = { ...typed, day: '2026-11-22' }
  assert.deepEqual(refusalsIn(await doAs(world, here.supervisor.accountId, noteWholeTeam, tomorrow)), ['supervision/day-to-come'])
})
