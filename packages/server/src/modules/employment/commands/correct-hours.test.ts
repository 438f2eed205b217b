import assert from 'node:assert/strict'
import { month } from '@maillage/kernel'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aLine, aTeamAtWork, aWorkerNamed } from '../fixtures.ts'
import { monthLines } from '../queries/month-lines.ts'
import { monthTotals } from '../queries/month-totals.ts'
import { printOf, totalMonth } from '../total-month.ts'
import { correctHours } from './correct-hours.ts'
import { reopenMonth } from './reopen-month.ts'
import { sendMonth } from './send-month.ts'
import { typeHours } from './type-hours.ts'
import { validateMonth } from './validate-month.ts'

const JULY = month('2026-07')
const ASKED = { month: '2026-07' }

async function sent(world: World) {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    return { ...team, ana: (await aWorkerNamed(tx, team, 'Benali')).stay }
  })
  const asked = { ...ASKED, siaeId: made.siae.id }
  await doAs(world, made.counsellor.accountId, typeHours, { ...asked, rows: [aLine(made.ana, { paid: '110' })] })
  const validate = async () => {
    const shown = await readAs(world, made.director.accountId, async (ctx) =>
      printOf(totalMonth(ctx.law, made.kind, JULY, await monthLines(ctx, made.siae.id, JULY)).totals),
    )
    return doAs(world, made.director.accountId, validateMonth, { ...asked, noHours: [], shown })
  }
  await validate()
  assert.equal((await doAs(world, made.director.accountId, sendMonth, asked)).state, 'done')
  const hoursId = String((await world.look('select id from hours'))[0]?.['id'])
  return { made, asked, validate, correction: { ...asked, rows: [aLine(made.ana, { hoursId, version: 1, paid: '100' })] } }
}

databaseTest('nobody else corrects, nothing without a reason, nothing of a month that was not opened again', async (world) => {
  const { made, correction } = await sent(world)
  const asked = { ...correction, reason: 'Absence oubliée' }
  for (const who of [made.stranger, made.officer, made.former])
    assert.deepEqual(refusalsIn(await doAs(world, who.accountId, correctHours, asked)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await doAs(world, made.payroll.accountId, correctHours, asked)), ['employment/month-closed'])
  assert.equal(correctHours.schema.safeParse({ ...correction, reason: '' }).success, false)
})

databaseTest(
  'a correction keeps what had been sent: the State reads the former total until the next validation, then both',
  async (world) => {
    const { made, asked, correction, validate } = await sent(world)
    await doAs(world, made.director.accountId, reopenMonth, { ...asked, reason: 'Absence oubliée' })
    assert.equal((await doAs(world, made.payroll.accountId, correctHours, { ...correction, reason: 'Absence oubliée' })).state, 'done')
    const outside = () =>
      readAs(world, made.officer.accountId, async (ctx) =>
        (await monthTotals(ctx, { siaeId: made.siae.id, first: JULY, last: JULY })).map(({ counted, validation }) => [counted, validation]),
      )
    assert.deepEqual(await outside(), [[11_000, 1]])
    assert.equal((await validate()).state, 'done')
    assert.deepEqual(await outside(), [[10_000, 2]])
    assert.deepEqual(
      await world.look('select validation, counted, superseded_at is null as current from month_total order by validation'),
      [
        { validation: 1, counted: 11_000, current: false },
        { validation: 2, counted: 10_000, current: true },
      ],
    )
    assert.deepEqual(await world.look('select version, paid, reason from hours_version order by version'), [
      { version: 1, paid: 11_000, reason: null },
      { version: 2, paid: 10_000, reason: 'Absence oubliée' },
    ])
    assert.deepEqual(
      (await world.look("select type from event where type like 'employment/%' order by id")).map(({ type }) => type),
      ['month-validated', 'month-sent', 'month-reopened', 'hours-corrected', 'month-validated'].map((each) => `employment/${each}`),
    )
  },
)
