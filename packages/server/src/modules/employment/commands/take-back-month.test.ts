import assert from 'node:assert/strict'
import { month } from '@maillage/kernel'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aMonth, aTeamAtWork } from '../fixtures.ts'
import { monthTotals } from '../queries/month-totals.ts'
import { takeBackMonth } from './take-back-month.ts'

databaseTest('who does not answer for a month does not take it back', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await aMonth(tx, team.siae, '2026-07', 'validated', [{ counted: 1_000 }])
    return team
  })
  const asked = { siaeId: made.siae.id, month: '2026-07' }
  for (const who of [made.stranger, made.officer, made.former])
    assert.deepEqual(refusalsIn(await doAs(world, who.accountId, takeBackMonth, asked)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await doAs(world, made.supervisor.accountId, takeBackMonth, asked)), ['employment/month-not-yours'])
})

databaseTest('a month taken back is the business of the structure alone; once sent, it is opened again instead', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await aMonth(tx, team.siae, '2026-07', 'validated', [{ counted: 1_000 }])
    await aMonth(tx, team.siae, '2026-06', 'sent', [{ counted: 1_000 }])
    return team
  })
  const asked = { siaeId: made.siae.id, month: '2026-07' }
  assert.equal((await doAs(world, made.payroll.accountId, takeBackMonth, asked)).state, 'done')
  const july = { siaeId: made.siae.id, first: month('2026-07'), last: month('2026-07') }
  for (const who of [made.officer, made.payroll]) assert.deepEqual(await readAs(world, who.accountId, (ctx) => monthTotals(ctx, july)), [])
  assert.deepEqual(await world.look("select state from month_sheet where month = '2026-07-01'"), [{ state: 'draft' }])
  const sent = { ...asked, month: '2026-06' }
  assert.deepEqual(refusalsIn(await doAs(world, made.payroll.accountId, takeBackMonth, sent)), ['employment/sheet-not-from-this-state'])
})
