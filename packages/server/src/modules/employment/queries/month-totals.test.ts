import assert from 'node:assert/strict'
import { month } from '@maillage/kernel'
import { readAs } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aMonth, aTeamAtWork } from '../fixtures.ts'
import { monthSheetsOf } from './month-sheets-of.ts'
import { monthTotals } from './month-totals.ts'

const YEAR = { first: month('2026-05'), last: month('2026-08') }

databaseTest('a stranger, a former member and the State elsewhere read no total and no state of a structure', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await aMonth(tx, team.siae, '2026-07', 'sent', [{ counted: 10_000 }])
    return team
  })
  const asked = { ...YEAR, siaeId: made.siae.id }
  for (const { accountId } of [made.stranger, made.officerElsewhere, made.former]) {
    assert.deepEqual(await readAs(world, accountId, (ctx) => monthTotals(ctx, asked)), [])
    assert.ok((await readAs(world, accountId, (ctx) => monthSheetsOf(ctx, asked))).every(({ state }) => state === 'missing'))
  }
})

databaseTest(
  'the totals that stand are read inside and by the State of the département, never those of a draft or of before',
  async (world) => {
    const made = await world.load(async (tx) => {
      const team = await aTeamAtWork(tx)
      await aMonth(tx, team.siae, '2026-05', 'sent', [
        { counted: 1_000, superseded: '2026-07-01T00:00:00Z' },
        { counted: 12_000, heldBack: 500 },
      ])
      await aMonth(tx, team.siae, '2026-06', 'draft', [{ counted: 2_000, withdrawn: '2026-07-01T00:00:00Z' }])
      await aMonth(tx, team.siae, '2026-07', 'reopened', [{ counted: 3_000, percent: 70 }])
      return team
    })
    const asked = { ...YEAR, siaeId: made.siae.id }
    for (const { accountId } of [made.payroll, made.officer]) {
      const totals = await readAs(world, accountId, (ctx) => monthTotals(ctx, asked))
      assert.deepEqual(
        totals.map(({ month: of, counted, heldBack, percent, state }) => [of, counted, heldBack, percent, state]),
        [
          [month('2026-05'), 12_000, 500, 100, 'sent'],
          [month('2026-07'), 3_000, 0, 70, 'reopened'],
        ],
      )
    }
  },
)

databaseTest('each month of a structure has a state, that of a draft being its own business', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await aMonth(tx, team.siae, '2026-06', 'draft')
    await aMonth(tx, team.siae, '2026-07', 'validated', [{ counted: 3_000 }])
    return team
  })
  const asked = { ...YEAR, siaeId: made.siae.id }
  const states = async (accountId: string) => (await readAs(world, accountId, (ctx) => monthSheetsOf(ctx, asked))).map(({ state }) => state)
  assert.deepEqual(await states(made.counsellor.accountId), ['missing', 'draft', 'validated', 'missing'])
  assert.deepEqual(await states(made.officer.accountId), ['missing', 'missing', 'validated', 'missing'])
})
