import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aGridRead, JULY } from '../fixtures.ts'
import { correctLine } from './correct-line.ts'
import { recordGrid } from './record-grid.ts'
import { undoGrid } from './undo-grid.ts'

async function recorded(world: World) {
  const made = await aGridRead(world, JULY)
  const { runId, accountId, now } = made
  const lineId = (await now()).lines[2]?.id ?? ''
  await doAs(world, accountId, correctLine, { runId, lineId, version: 1, corrections: { contractLast: '31/12/2026' } })
  assert.deepEqual(refusalsIn(await doAs(world, accountId, recordGrid, { runId, version: 2 })), [])
  return made
}

databaseTest('what an import recorded is taken back by whoever sent it, its trace remaining', async (world) => {
  const { runId, accountId, director } = await recorded(world)
  assert.deepEqual(refusalsIn(await doAs(world, director.accountId, undoGrid, { runId, version: 3 })), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await doAs(world, accountId, undoGrid, { runId, version: 3 })), [])
  assert.deepEqual(await world.look('select cancelled from hours_version where superseded_at is null'), [{ cancelled: true }])
  assert.deepEqual(await world.look('select cancelled from exit_version where superseded_at is null'), [{ cancelled: true }])
  assert.deepEqual(await world.look("select cancelled from contract_version where superseded_at is null and first_day = '2026-07-01'"), [
    { cancelled: true },
  ])
  assert.equal((await world.look('select from siae_stay where exit_day is not null or cancelled_at is not null')).length, 0)
  assert.deepEqual(await world.look('select state from import_run'), [{ state: 'undone' }])
  assert.equal((await world.look('select from import_line where content is not null')).length, 0)
  assert.deepEqual(refusalsIn(await doAs(world, accountId, undoGrid, { runId, version: 4 })), ['declarations/nothing-to-undo'])
})

databaseTest('once something was built on it, nothing is taken back, and each reason is told', async (world) => {
  const { runId, accountId } = await recorded(world)
  await world.look("update contract_version set superseded_at = now() where first_day = '2026-07-01' and superseded_at is null")
  await world.look(`insert into contract_version (contract_id, person_id, organisation_id, version, type, first_day, last_day, recorded_at, recorded_by)
    select contract_id, person_id, organisation_id, version + 1, type, first_day, last_day, now(), recorded_by from contract_version where first_day = '2026-07-01'`)
  await world.look("update month_sheet set state = 'validated', validations = 1")
  assert.deepEqual(refusalsIn(await doAs(world, accountId, undoGrid, { runId, version: 3 })).toSorted(), [
    'declarations/contract-changed',
    'declarations/month-validated',
  ])
  assert.deepEqual(await world.look('select cancelled from exit_version where superseded_at is null'), [{ cancelled: false }])
})
