import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aGridRead, atDay, gridLine, JULY } from '../fixtures.ts'
import { correctLine } from './correct-line.ts'
import { recordGrid } from './record-grid.ts'

databaseTest('a run with a refused line records nothing, and nobody else records it', async (world) => {
  const { runId, accountId, director } = await aGridRead(world, [...JULY, gridLine({ initials: 'Z.Z.' })])
  assert.deepEqual(refusalsIn(await doAs(world, director.accountId, recordGrid, { runId, version: 1 })), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await doAs(world, accountId, recordGrid, { runId, version: 1 })), ['declarations/lines-to-settle'])
  assert.equal((await world.look('select from hours')).length, 0)
})

databaseTest('exits, hours and the contract whose end was given are recorded together, by the commands that keep them', async (world) => {
  const { runId, accountId, now, nadia, lucas, eva, site } = await aGridRead(world, JULY)
  const third = (await now()).lines[2]
  assert.deepEqual(
    third?.reasons.map(({ code }) => code),
    ['contract-without-end'],
  )
  await doAs(world, accountId, correctLine, { runId, lineId: third?.id ?? '', version: 1, corrections: { contractLast: '31/12/2026' } })
  assert.deepEqual(refusalsIn(await doAs(world, accountId, recordGrid, { runId, version: 2 })), [])
  assert.deepEqual(await world.look('select stay_id, paid, worked from hours join hours_version on hours_id = hours.id'), [
    { stay_id: nadia.stay.id, paid: 11_267, worked: 9_850 },
  ])
  assert.deepEqual(
    await world.look(
      'select stay_id, exit_on::text, reason from exit join exit_version on exit_id = exit.id join exit_reason using (exit_id, version)',
    ),
    [{ stay_id: lucas.stay.id, exit_on: '2026-07-31', reason: 'no-news' }],
  )
  assert.deepEqual(
    await world.look(
      `select type, first_day::text, last_day::text, weekly_hours, worksite_id from contract_version join contract on contract.id = contract_id
        where stay_id = $1 and first_day = '2026-07-01' and superseded_at is null`,
      [eva.stay.id],
    ),
    [{ type: 'CDDI', first_day: '2026-07-01', last_day: '2026-12-31', weekly_hours: 3_000, worksite_id: site.id }],
  )
  assert.deepEqual(await world.look('select state, content_until::text from import_run'), [
    { state: 'recorded', content_until: '2027-11-21' },
  ])
  assert.deepEqual(refusalsIn(await doAs(world, accountId, recordGrid, { runId, version: 3 })), ['declarations/run-closed'])
})

databaseTest('one line that another slice refuses, and nothing at all is recorded', async (world) => {
  const made = await aGridRead(world, [...JULY, gridLine({ initials: 'AD', entry: atDay('2026-03-02'), paid: 800 })])
  // 800 h fit the box of a figure, and no month: the rules of employment say it.
  await world.look("update import_line set state = 'understood' where state = 'refused'")
  const codes = refusalsIn(await doAs(world, made.accountId, recordGrid, { runId: made.runId, version: 1 }))
  assert.ok(codes.length > 0)
  assert.equal((await world.look('select from exit')).length + (await world.look('select from hours')).length, 0)
})
