import assert from 'node:assert/strict'
import { month } from '@maillage/kernel'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { committedTest, databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aWorksite } from '../../organisations/fixtures.ts'
import { aMemberIn, aUnit } from '../../people/fixtures.ts'
import { aLine, aTeamAtWork, aWorkerNamed } from '../fixtures.ts'
import { monthLines } from '../queries/month-lines.ts'
import { monthTotals } from '../queries/month-totals.ts'
import { printOf, totalMonth } from '../total-month.ts'
import { typeHours } from './type-hours.ts'
import { validateMonth } from './validate-month.ts'

const JULY = month('2026-07')

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const site = await aWorksite(tx, team.siae)
    const ana = await aWorkerNamed(tx, team, 'Benali')
    const bea = await aWorkerNamed(tx, team, 'Garcia')
    // A contract ended in June, and work went on.
    const cam = await aWorkerNamed(tx, team, 'Martin', { last: '2026-06-30' })
    return { ...team, site, ana: ana.stay, bea: bea.stay, cam: cam.stay }
  })
type Scene = Awaited<ReturnType<typeof scene>>

const types = async (world: World, made: Scene, rows: ReturnType<typeof aLine>[]) => {
  const typed = await doAs(world, made.counsellor.accountId, typeHours, { siaeId: made.siae.id, month: '2026-07', rows })
  assert.equal(typed.state, 'done')
}
/** Presses the button under the totals as they are on the screen now. */
async function validates(world: World, made: Scene, by: { accountId: string }, noHours: readonly string[] = []) {
  const shown = await readAs(world, by.accountId, async (ctx) =>
    printOf(totalMonth(ctx.law, made.kind, JULY, await monthLines(ctx, made.siae.id, JULY)).totals),
  )
  return doAs(world, by.accountId, validateMonth, { siaeId: made.siae.id, month: '2026-07', noHours: [...noHours], shown })
}

databaseTest('a stranger, a former member, the State and those who only type validate nothing', async (world) => {
  const made = await scene(world)
  for (const who of [made.stranger, made.officer, made.former])
    assert.deepEqual(refusalsIn(await validates(world, made, who)), ['platform/not-found'])
  for (const who of [made.counsellor, made.supervisor])
    assert.deepEqual(refusalsIn(await validates(world, made, who)), ['employment/month-not-yours'])
  assert.equal((await world.look('select from month_total')).length, 0)
})

databaseTest('nobody is left out in silence: typed, or said to have done nothing', async (world) => {
  const made = await scene(world)
  await types(world, made, [aLine(made.ana, { paid: '110', worksiteId: made.site.id })])
  const refused = await validates(world, made, made.director)
  assert.deepEqual(refusalsIn(refused), ['employment/month-incomplete'])
  assert.equal((await world.look('select from month_total')).length, 0)
  assert.equal((await validates(world, made, made.director, [made.bea.id])).state, 'done')
  assert.deepEqual(
    await world.look('select paid, worked from hours_version join hours on id = hours_id where stay_id = $1', [made.bea.id]),
    [{ paid: 0, worked: 0 }],
  )
})

databaseTest(
  'totals are made by place of work; hours without a contract are held back; the State reads them, and no person',
  async (world) => {
    const made = await scene(world)
    await types(world, made, [
      aLine(made.ana, { paid: '110', worked: '100', worksiteId: made.site.id }),
      aLine(made.ana, { paid: '10' }),
      aLine(made.bea, { paid: '90,5' }),
      aLine(made.cam, { paid: '35' }),
    ])
    assert.deepEqual(
      await readAs(world, made.officer.accountId, (ctx) => monthTotals(ctx, { siaeId: made.siae.id, first: JULY, last: JULY })),
      [],
    )
    assert.equal((await validates(world, made, made.payroll)).state, 'done')
    const totals = await readAs(world, made.officer.accountId, (ctx) => monthTotals(ctx, { siaeId: made.siae.id, first: JULY, last: JULY }))
    assert.deepEqual(
      totals.map(({ worksiteId, people, counted, paid, worked, heldBack }) => [
        worksiteId === null,
        people,
        counted,
        paid,
        worked,
        heldBack,
      ]),
      [
        [true, 3, 10_050, 10_050, 0, 3_500],
        [false, 1, 11_000, 11_000, 10_000, 0],
      ],
    )
    await readAs(world, made.officer.accountId, async ({ tx }) => {
      for (const table of ['hours', 'hours_version', 'siae_stay', 'month_sheet_act'] as const)
        assert.equal((await tx.withTables<Record<string, object>>().selectFrom(table).select([]).execute()).length, 0, table)
    })
    assert.deepEqual(
      await world.look("select type, ids ->> 'siaeId' as siae, occurred_on::text from event where type like 'employment/%'"),
      [{ type: 'employment/month-validated', siae: made.siae.id, occurred_on: '2026-07-01' }],
    )
  },
)

databaseTest('a total never leaves out somebody whom the validator does not follow', async (world) => {
  const made = await scene(world)
  const { far, typist } = await world.load(async (tx) => {
    const unit = await aUnit(tx, made.organisation, made.siae, 'Équipe de Narbonne')
    return { far: await aWorkerNamed(tx, made, 'Lointain', { unit }), typist: await aMemberIn(tx, made.organisation, unit, 'counsellor') }
  })
  await types(world, made, [aLine(made.ana, { paid: '110' }), aLine(made.bea, { paid: '90' })])
  assert.deepEqual(refusalsIn(await validates(world, made, made.director)), ['employment/month-incomplete'])
  await doAs(world, typist.accountId, typeHours, { siaeId: made.siae.id, month: '2026-07', rows: [aLine(far.stay, { paid: '50' })] })
  assert.equal((await validates(world, made, made.director)).state, 'done')
  assert.deepEqual(await world.look('select people, counted from month_total'), [{ people: 3, counted: 25_000 }])
})

databaseTest('hours typed between the page and the button are shown before they are answered for', async (world) => {
  const made = await scene(world)
  await types(world, made, [aLine(made.ana, { paid: '110' }), aLine(made.bea, { paid: '90' })])
  const input = { siaeId: made.siae.id, month: '2026-07', noHours: [], shown: '' }
  assert.deepEqual(refusalsIn(await doAs(world, made.director.accountId, validateMonth, input)), ['employment/month-changed'])
})

databaseTest('a month that has not begun is not validated, and the second to press reads who was first', async (world) => {
  const made = await scene(world)
  const soon = { siaeId: made.siae.id, month: '2026-12', noHours: [], shown: '' }
  assert.deepEqual(refusalsIn(await doAs(world, made.director.accountId, validateMonth, soon)), ['employment/month-not-begun'])
  await types(world, made, [aLine(made.ana, { paid: '110' }), aLine(made.bea, { paid: '90' })])
  assert.equal((await validates(world, made, made.payroll)).state, 'done')
  const second = await validates(world, made, made.director)
  assert.deepEqual(refusalsIn(second), ['employment/month-already-validated'])
  assert.deepEqual(second.state === 'refused' && second.refusals[0]?.details, { by: 'Alix Sorel', at: '21\u00a0novembre 2026 à 10 h 00' })
})

committedTest(
  'two people validate one month at the same second: one does, the other reads who did',
  async (world) => {
    const made = await scene(world)
    await types(world, made, [aLine(made.ana, { paid: '110' }), aLine(made.bea, { paid: '90' })])
    const done = await Promise.all([made.director, made.payroll].map((who) => validates(world, made, who)))
    assert.deepEqual(done.map(({ state }) => state).toSorted(), ['done', 'refused'])
    assert.deepEqual(
      done.flatMap((each) => refusalsIn(each)),
      ['employment/month-already-validated'],
    )
    assert.equal((await world.look('select from month_total')).length, 1)
    assert.deepEqual(await world.look('select validations, state from month_sheet'), [{ validations: 1, state: 'validated' }])
  },
  { only: 'postgresql' },
)
