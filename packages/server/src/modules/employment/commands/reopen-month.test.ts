import assert from 'node:assert/strict'
import { month } from '@maillage/kernel'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aMonth, aTeamAtWork } from '../fixtures.ts'
import { monthTotals } from '../queries/month-totals.ts'
import { reopenMonth } from './reopen-month.ts'

const JULY = { first: month('2026-07'), last: month('2026-07') }

databaseTest('who does not answer for a month does not open it again, and nobody without a reason or before it was sent', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await aMonth(tx, team.siae, '2026-07', 'sent', [{ counted: 1_000 }])
    await aMonth(tx, team.siae, '2026-08', 'validated', [{ counted: 1_000 }])
    return team
  })
  const asked = { siaeId: made.siae.id, month: '2026-07', reason: 'Heures en double' }
  for (const who of [made.stranger, made.officer, made.former])
    assert.deepEqual(refusalsIn(await doAs(world, who.accountId, reopenMonth, asked)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await doAs(world, made.counsellor.accountId, reopenMonth, asked)), ['employment/month-not-yours'])
  assert.equal(reopenMonth.schema.safeParse({ ...asked, reason: ' ' }).success, false)
  const early = { ...asked, month: '2026-08' }
  assert.deepEqual(refusalsIn(await doAs(world, made.director.accountId, reopenMonth, early)), ['employment/sheet-not-from-this-state'])
})

databaseTest('a month opened again keeps outside what had been sent, and says why inside', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await aMonth(tx, team.siae, '2026-07', 'sent', [{ counted: 1_000 }])
    return team
  })
  const asked = { siaeId: made.siae.id, month: '2026-07', reason: 'Heures en double' }
  assert.equal((await doAs(world, made.director.accountId, reopenMonth, asked)).state, 'done')
  const totals = await readAs(world, made.officer.accountId, (ctx) => monthTotals(ctx, { siaeId: made.siae.id, ...JULY }))
  assert.deepEqual(
    totals.map(({ counted, state }) => [counted, state]),
    [[1_000, 'reopened']],
  )
  assert.deepEqual(await world.look('select transition, reason from month_sheet_act'), [
    { transition: 'reopen', reason: 'Heures en double' },
  ])
})
