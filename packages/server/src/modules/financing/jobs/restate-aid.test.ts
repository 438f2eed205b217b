import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { readAs } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aFunderOfficer, anAmendment, anAnnex } from '../../agreements/fixtures.ts'
import { aMonth, aTeamAtWork } from '../../employment/fixtures.ts'
import { deliver, tell } from '../fixtures.ts'
import { monthsOf } from '../model.ts'
import { statementsOf } from '../queries/statements-of.ts'

const VALIDATED = 'employment/month-validated'
const JANUARY = { counted: 182_000 }

/** An ACI whose January of 2025 holds the hours of one full-time equivalent over a year: 23 921 euros. */
const set = (world: World, ...months: readonly (readonly [string, number])[]) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const annex = await anAnnex(tx, team.siae, { cofinancing: { departement: 4, total: 10 } })
    for (const [month, counted] of months) await aMonth(tx, team.siae, month, 'validated', [{ counted }])
    return { ...team, annex, funder: await aFunderOfficer(tx) }
  })
const said = (world: World) =>
  world.look(
    `select to_char(month, 'YYYY-MM') as month, amount, by_state, by_departement, cause, superseded_at is null as current,
       previous_id is not null as follows from payment_statement order by month, recorded_at, id`,
  )

databaseTest('a month validated is said once, with its calculation, however often it is told', async (world) => {
  const { siae, organisation } = await set(world, ['2025-01', JANUARY.counted])
  for (let times = 0; times < 2; times++) await tell(world, VALIDATED, siae)
  assert.deepEqual(await said(world), [
    {
      month: '2025-01',
      amount: 2_392_100,
      by_state: 1_435_260,
      by_departement: 956_840,
      cause: 'validated',
      current: true,
      follows: false,
    },
  ])
  const [calculation] = await world.look('select rule, rule_version, organisation_id, at_day::text, value, steps from calculation')
  assert.equal(calculation?.['rule'], 'financing/annex-aid')
  assert.equal(calculation?.['organisation_id'], organisation.id)
  const { amount } = (calculation?.['value'] ?? {}) as { amount?: number }
  assert.equal(amount, 2_392_100)
  const steps = (calculation?.['steps'] ?? []) as readonly { code: string }[]
  assert.ok(steps.some(({ code }) => code === 'financing/shares'))
})

databaseTest('hours corrected: the former statement stays, the new one names it; the other months do not move', async (world) => {
  const { siae } = await set(world, ['2025-01', 182_000], ['2025-02', 91_000])
  await tell(world, VALIDATED, siae)
  await world.look("update month_total set counted = 91000 where month = '2025-01-01'")
  await tell(world, VALIDATED, siae)
  assert.deepEqual(
    (await said(world)).map(({ month, amount, cause, current, follows }) => [month, amount, cause, current, follows]),
    [
      ['2025-01', 2_392_100, 'validated', false, false],
      ['2025-01', 1_196_050, 'corrected', true, true],
      ['2025-02', 1_196_050, 'validated', true, false],
    ],
  )
})

databaseTest('a month taken back is no longer said, stays readable, and follows when it is validated again', async (world) => {
  const { siae, director, officer, officerElsewhere } = await set(world, ['2025-01', JANUARY.counted])
  await tell(world, VALIDATED, siae)
  await world.look('update month_total set withdrawn_at = now()')
  await tell(world, 'employment/month-taken-back', siae)
  assert.deepEqual(
    (await said(world)).map(({ current }) => current),
    [false],
  )
  const read = (accountId: string) => readAs(world, accountId, (ctx) => statementsOf(ctx, { siaeId: siae.id, ...monthsOf(2025) }))
  for (const { accountId } of [director, officer]) assert.equal((await read(accountId)).length, 1)
  assert.deepEqual(await read(officerElsewhere.accountId), [])
  await world.look('update month_total set withdrawn_at = null')
  await tell(world, VALIDATED, siae)
  assert.deepEqual(
    (await said(world)).map(({ amount, cause, current, follows }) => [amount, cause, current, follows]),
    [
      [2_392_100, 'validated', false, false],
      [2_392_100, 'corrected', true, true],
    ],
  )
})

databaseTest('an amendment that caps lower moves the months beyond it, and only them', async (world) => {
  const { siae, annex } = await set(world, ['2025-01', 364_000], ['2025-02', 364_000])
  await tell(world, VALIDATED, siae)
  // From ten posts to three over the year: the third of February's two full-time equivalents is beyond.
  await world.load((tx) => anAmendment(tx, annex, { knownOn: '2025-05-12', effectOn: '2025-01-01', posts: 300 }))
  await tell(world, 'agreements/annex-amended', siae)
  assert.deepEqual(
    (await said(world)).map(({ month, amount, cause, current }) => [month, amount, cause, current]),
    [
      ['2025-01', 4_784_200, 'validated', true],
      ['2025-02', 4_784_200, 'validated', false],
      ['2025-02', 2_392_100, 'amendment', true],
    ],
  )
})

databaseTest(
  'a structure that ends closes its annex that day: what was beyond the posts of the months it had is said again',
  async (world) => {
    const { siae } = await set(world, ['2025-01', 364_000], ['2025-02', 364_000])
    await tell(world, VALIDATED, siae)
    // Ten posts over three months of twelve: two and a half full-time equivalents, of the four that were worked.
    await world.look("update siae set last_day = '2025-03-31' where id = $1", [siae.id])
    world.clock.set(world.clock.now().add({ seconds: 1 }).toString())
    await world.look(
      `insert into event (id, type, version, subject_id, ids, occurred_on, recorded_at)
     values ($1, 'organisations/siae-ended', 1, $2, $3::jsonb, '2026-11-21', $4)`,
      [randomUUIDv7(), siae.id, JSON.stringify({ siae: siae.id }), world.clock.now().toString()],
    )
    await deliver(world)
    assert.deepEqual(
      (await said(world)).map(({ month, amount, cause, current }) => [month, amount, cause, current]),
      [
        ['2025-01', 4_784_200, 'validated', true],
        ['2025-02', 4_784_200, 'validated', false],
        ['2025-02', 1_196_050, 'structure', true],
      ],
    )
  },
)

databaseTest('an annex taken back then recorded again: what follows names what was said with the first', async (world) => {
  const { siae, annex } = await set(world, ['2025-01', JANUARY.counted])
  await tell(world, VALIDATED, siae)
  await world.look("update financial_annex set cancelled_at = now(), cancelled_reason = 'Doublon' where id = $1", [annex.id])
  await tell(world, 'agreements/annex-cancelled', siae)
  await world.load((tx) => anAnnex(tx, siae))
  await tell(world, 'agreements/annex-signed', siae)
  assert.deepEqual(
    (await said(world)).map(({ by_departement, cause, current, follows }) => [by_departement, cause, current, follows]),
    [
      [956_840, 'validated', false, false],
      [0, 'annex', true, true],
    ],
  )
})

databaseTest('a month that no text prices yet is not said; those before it are', async (world) => {
  const { siae } = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await anAnnex(tx, team.siae, { first: '2025-07-01', last: '2026-06-30' })
    for (const month of ['2025-12', '2026-01']) await aMonth(tx, team.siae, month, 'sent', [JANUARY])
    return team
  })
  await tell(world, VALIDATED, siae)
  assert.deepEqual(
    (await said(world)).map(({ month }) => month),
    ['2025-12'],
  )
})
