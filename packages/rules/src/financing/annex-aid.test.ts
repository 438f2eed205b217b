import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CentiHours,
  type Cents,
  cents,
  day,
  euros,
  type Month,
  month,
  monthsLater,
  NoTextInForce,
  period,
  wholeHours,
} from '@maillage/kernel'
import fc from 'fast-check'
import { centiPosts, type FinancialAnnex } from '../agreements/index.ts'
import { nationalLaw as law } from '../national-law.ts'
import { fteRoundingForMoney } from '../parameters/full-time-equivalent.ts'
import { compareRatios, minusRatio, ratio, sumRatios, ZERO } from '../ratio.ts'
import { type AnnexAid, annexAid, type WorkedMonth } from './annex-aid.ts'
import { consumption } from './consumption.ts'
import { fteOfHours, monthlyFteOfHours } from './fte-of-hours.ts'
import { modulatedPart } from './modulated-part.ts'
import { annexAmount, paymentSchedule } from './payment-schedule.ts'
import { financingAnomalySentence, financingStepSentence } from './wording.fr.ts'

const annex = (more: Partial<FinancialAnnex> = {}): FinancialAnnex => ({
  kind: 'ACI',
  measure: 'common',
  departement: '11',
  period: period(day('2025-01-01'), day('2025-12-31')),
  posts: centiPosts(1000),
  knownOn: day('2025-01-01'),
  amendments: [],
  ...more,
})
const JANUARY = month('2025-01')
/** The same hours each month, from January 2025. */
const each = (hours: readonly number[], from: Month = JANUARY): WorkedMonth[] =>
  hours.map((count, index) => ({ month: monthsLater(from, index), hours: Math.round(count * 100) as CentiHours }))
const compute = (of: FinancialAnnex, worked: readonly WorkedMonth[]) => {
  const { value } = annexAid(law, { kind: of.kind, annex: of, worked })
  assert.ok(value.state !== 'awaiting-annex')
  return value
}
/** A year of hours over twelve months, the last one taking the hundredths that remain. */
const twelfth = (total: number) =>
  Array.from({ length: 12 }, (_, index) => Math.floor((total * 100) / 12) / 100 + (index === 11 ? ((total * 100) % 12) / 100 : 0))

test('ten people of an ACI at 26 hours a week: 7.43 full-time equivalents, 177 698.86 € of base aid, 8 884.94 € modulated at 5 %', () => {
  assert.deepEqual(fteOfHours(law, { kind: 'ACI' }, wholeHours(26 * 52), day('2025-01-01')), ratio(1352, 1820))
  const worked = Array.from({ length: 10 }, () => ({ month: JANUARY, hours: wholeHours(26 * 52) }))
  const { realised, amount, agreed, beyond } = compute(annex(), worked)
  assert.deepEqual(realised, ratio(13_520, 1820))
  assert.equal(Math.round((realised.numerator / realised.denominator) * 100), 743)
  assert.deepEqual([agreed, beyond], [ratio(10), ZERO])
  assert.equal(amount, cents(17_769_886))
  const notice = { notifiedOn: day('2025-10-15'), rate: 500 }
  const modulated = modulatedPart(law, { measure: 'common', base: amount, year: day('2025-01-01'), notice })
  assert.deepEqual(modulated, { state: 'notified', notifiedOn: day('2025-10-15'), amount: cents(888_494), anomalies: [] })
  // Spread over the year the cents of each month still sum to the same amount.
  assert.equal(compute(annex(), each(twelfth(13_520))).amount, cents(17_769_886))
})

test('a month of hours is one twelfth of the year, and a level to hold against posts', () => {
  assert.deepEqual(monthlyFteOfHours(law, { kind: 'EI' }, wholeHours(1505), day('2025-01-01')), ratio(12))
  assert.deepEqual(fteOfHours(law, { kind: 'AI' }, wholeHours(1607), day('2025-01-01')), ratio(1))
  assert.deepEqual(fteOfHours(law, { kind: 'AI', hoursOfOneFte: wholeHours(1600) }, wholeHours(1607), day('2025-01-01')), ratio(1607, 1600))
})

test('a seasonal ACI loses nothing: months above and below offset inside the annex', () => {
  const seasonal = compute(annex(), each([500, 500, 1000, 1500, 2500, 2700, 2700, 2700, 2000, 1000, 600, 500]))
  assert.deepEqual(seasonal.realised, ratio(18_200, 1820))
  assert.deepEqual(seasonal.beyond, ZERO)
  assert.equal(seasonal.amount, euros(239_210))
})

test('the annex caps the total: one hour beyond is recorded and not paid', () => {
  const full = compute(annex(), each(twelfth(18_200)))
  const hours = each([...twelfth(18_200)])
  const more = compute(annex(), [...hours, { month: month('2025-12'), hours: wholeHours(1) }])
  assert.ok(compareRatios(full.beyond, more.beyond) < 0)
  assert.equal(more.amount, euros(239_210))
  assert.deepEqual(sumRatios([more.counted, more.beyond]), more.realised)
  assert.equal(more.months.at(-1)?.hours, (hours.at(-1)?.hours ?? 0) + 100)
})

test('several prices in a year: each month at the price of its own days', () => {
  const of2022 = annex({ period: period(day('2022-01-01'), day('2022-12-31')), knownOn: day('2022-03-01') })
  const { months } = compute(of2022, each([1820, 0, 0, 0, 1820, 0, 0, 1820], month('2022-01')))
  assert.deepEqual(
    months.filter((one) => one.hours > 0).map((one) => one.amount),
    [euros(21_286), euros(21_850), euros(22_289)],
  )
})

test('a January without annex awaits it: hours kept, no amount, and no zero', () => {
  const late = annex({ knownOn: day('2025-04-10') })
  const worked = each([1000, 1000, 1000])
  for (const request of [
    { kind: 'ACI' as const, annex: late, worked, knownOn: day('2025-04-09') },
    { kind: 'ACI' as const, annex: null, worked },
  ]) {
    const { value, because } = annexAid(law, request)
    assert.equal(value.state, 'awaiting-annex')
    assert.ok(!('amount' in value))
    assert.deepEqual(value.awaiting[0], { month: JANUARY, hours: wholeHours(1000), realised: ratio(1000, 1820) })
    assert.deepEqual(
      because().map((step) => step.code),
      ['financing/hours-of-one-fte', ...worked.map(() => 'financing/month-awaiting-annex')],
    )
  }
  const signed = annexAid(law, { kind: 'ACI', annex: late, worked, knownOn: day('2025-04-10') }).value
  assert.equal(signed.state, 'computed')
})

test('a month outside the annex awaits, beside those that are paid', () => {
  const { state, awaiting, months } = compute(annex(), [...each([1000]), { month: month('2026-01'), hours: wholeHours(900) }])
  assert.equal(state, 'partly-awaiting-annex')
  assert.deepEqual([awaiting.length, months.length], [1, 1])
})

test('a month that no known order prices is an error: the year 2026', () => {
  const of2026 = annex({ period: period(day('2026-01-01'), day('2026-12-31')) })
  assert.throws(() => compute(of2026, each([1000], month('2026-01'))), NoTextInForce)
})

test('the Département pays its part of the annex, and the two shares sum to the amount to the cent', () => {
  const shared = annex({ cofinancing: { departement: cents(5_000_000), total: cents(23_921_000) } })
  const { amount, byState, byDepartement, months } = compute(shared, each([1000, 1333.33, 777.77]))
  assert.equal(byState + byDepartement, amount)
  for (const one of months) assert.equal(one.byState + one.byDepartement, one.amount)
  assert.equal(compute(annex(), each([1000])).byDepartement, 0)
})

test('an inclusion contract after its first year is paid 70 %, and its hours are the last taken in a month', () => {
  const one = annex({ posts: centiPosts(100) })
  const worked: WorkedMonth[] = [
    { month: JANUARY, hours: wholeHours(1000), percent: 70 },
    { month: JANUARY, hours: wholeHours(1000) },
  ]
  assert.equal(compute(one, worked).amount, Math.round((2_392_100 * (1000 + 820 * 0.7)) / 1820))
})

test('every step has a sentence, a price has its source, and the capping says that no text was found', () => {
  const shared = annex({ posts: centiPosts(50), cofinancing: { departement: cents(1), total: cents(3) } })
  const steps = annexAid(law, {
    kind: 'ACI',
    annex: shared,
    worked: [...each([1000]), { month: month('2026-01'), hours: wholeHours(1) }],
  }).because()
  for (const one of steps) assert.ok(financingStepSentence({ code: one.code, inputs: one.inputs }).endsWith('.'), one.code)
  assert.match(steps.find((one) => one.code === 'financing/month')?.source?.article ?? '', /4 décembre 2024/)
  assert.match(steps.find((one) => one.code === 'financing/capped')?.source?.disagrees ?? '', /non trouvé/)
  assert.ok(steps.some((one) => one.code === 'financing/shares'))
})

test('the rounding of full-time equivalents is a parameter: cut to two decimals it changes the amount', () => {
  const rounding = (stored: unknown) =>
    law.with([
      {
        key: fteRoundingForMoney.key,
        from: day('2025-01-01'),
        to: null,
        published: day('2025-01-01'),
        stored,
        author: 'Agence de services et de paiement',
        legalBasis: 'Relevé de paiement',
      },
    ])
  const { value } = annexAid(rounding({ decimals: 2, towards: 'zero' }), {
    kind: 'ACI',
    annex: annex(),
    worked: [{ month: JANUARY, hours: wholeHours(1352) }],
  })
  assert.ok(value.state === 'computed')
  assert.equal(value.amount, Math.round(2_392_100 * 0.74))
  const people = Array.from({ length: 3 }, () => ({ month: JANUARY, hours: wholeHours(1352 / 4) }))
  const shared = annexAid(rounding({ decimals: 2, towards: 'zero' }), {
    kind: 'ACI',
    annex: annex(),
    worked: [...people, { month: JANUARY, hours: wholeHours(1352 / 4) }],
  }).value
  // Rounded once for the month, not once a person.
  assert.ok(shared.state === 'computed')
  assert.equal(shared.amount, value.amount)
  for (const wrong of ['x', null, { decimals: 5, towards: 'zero' }, { decimals: 2 }]) assert.throws(() => rounding(wrong), TypeError)
})

test('modulation: nothing before the notice; a rate outside its bounds is recorded with its anomaly', () => {
  const part = (rate: number | null, measure: 'common' | 'prison' = 'common') =>
    modulatedPart(law, {
      measure,
      base: euros(100_000),
      year: day('2025-01-01'),
      notice: rate === null ? null : { notifiedOn: day('2025-10-01'), rate },
    })
  const codes = (rate: number, measure: 'common' | 'prison' = 'common') => {
    const found = part(rate, measure)
    assert.ok(found.state === 'notified')
    for (const one of found.anomalies) assert.ok(financingAnomalySentence(one).endsWith('.') && one.source)
    return found.anomalies.map((one) => one.code)
  }
  assert.deepEqual(part(null), { state: 'not-notified' })
  assert.deepEqual(codes(1000), [])
  assert.deepEqual(codes(1001), ['financing/modulation-above-ceiling'])
  assert.deepEqual(codes(500, 'prison'), [])
  assert.deepEqual(codes(499, 'prison'), ['financing/modulation-below-floor'])
})

test('only declared months are compared with the annex: a month to come is not a zero', () => {
  const state = (worked: WorkedMonth[], of = annex()) => consumption(law, { annex: of, worked }).state
  const level = 18_200 / 12
  assert.equal(state([]), 'nothing-declared')
  assert.equal(state(each([level + 0.01, level, level])), 'even')
  assert.equal(state(each([level, level, level - 30])), 'under')
  assert.equal(state(each([level, level, level + 30])), 'over')
  const found = consumption(law, { annex: annex(), worked: each([1000]) })
  assert.ok(found.state === 'under')
  assert.equal(found.undeclared.length, 11)
  assert.deepEqual(found.agreed, ratio(10, 12))
  assert.equal(consumption(law, { annex: annex(), worked: [], knownOn: day('2024-12-31') }).state, 'awaiting-annex')
})

test('instalments are twelfths that sum to the annex; adjustments come in months 5, 8, 11 and after the end', () => {
  assert.equal(annexAmount(law, annex()), euros(239_210))
  const schedule = paymentSchedule(law, { annex: annex(), worked: each(twelfth(13_520)) })
  assert.ok(schedule.state === 'computed')
  const { payments } = schedule
  assert.equal(payments.length, 13)
  assert.equal(
    payments.reduce((sum, one) => sum + one.instalment, 0),
    euros(239_210),
  )
  assert.deepEqual(
    payments.flatMap((one, index) => (one.adjustment === null ? [] : [index + 1])),
    [5, 8, 11, 13],
  )
  // Once the last adjustment is made, what was paid is what was worked.
  assert.equal(payments.at(-1)?.cumulated, cents(17_769_886))
  assert.ok((payments[4]?.adjustment ?? 0) < 0)
})

test('before 2022 the last two months were adjusted, and a month nobody declared is left as it is', () => {
  const of2019 = annex({ period: period(day('2019-01-01'), day('2019-12-31')), knownOn: day('2019-03-05') })
  const schedule = paymentSchedule(law, { annex: of2019, worked: each([1500, 1500], month('2019-01')) })
  assert.ok(schedule.state === 'computed')
  const adjusted = schedule.payments.filter((one) => one.adjustment !== null)
  assert.deepEqual(
    adjusted.map((one) => one.month),
    [month('2019-11'), month('2019-12')],
  )
  assert.equal(adjusted[0]?.undeclared.length, 8)
  assert.equal(paymentSchedule(law, { annex: of2019, worked: [], knownOn: day('2019-03-04') }).state, 'awaiting-annex')
})

test('in the spring of 2022 the rule known was still that of the last two months', () => {
  const of2022 = annex({ period: period(day('2022-01-01'), day('2022-12-31')), knownOn: day('2022-02-01') })
  const ranks = (knownOn: string) => {
    const found = paymentSchedule(law, { annex: of2022, worked: [], knownOn: day(knownOn) })
    assert.ok(found.state === 'computed')
    return found.payments.flatMap((one, index) => (one.adjustment === null ? [] : [index + 1]))
  }
  assert.deepEqual(ranks('2022-12-14'), [11, 12])
  assert.deepEqual(ranks('2022-12-15'), [5, 8, 11, 13])
})

const hoursOfMonth = fc.integer({ min: 0, max: 400_000 }).map((value) => value as CentiHours)
const worked = fc.array(
  fc.record({
    month: fc.integer({ min: 0, max: 11 }).map((value) => monthsLater(JANUARY, value)),
    hours: hoursOfMonth,
    percent: fc.constantFrom(70, 100),
  }),
  { maxLength: 16 },
)
const anyAnnex = fc
  .record({ posts: fc.integer({ min: 0, max: 3000 }), departement: fc.integer({ min: 0, max: 1000 }) })
  .map(({ posts, departement }) =>
    annex({ posts: centiPosts(posts), cofinancing: { departement: cents(departement), total: cents(1000) } }),
  )
const totalOf = (amounts: readonly Cents[]) => amounts.reduce((sum, amount) => sum + amount, 0)

test('capping never pays more than the annex, counts everything once, and shares sum to the cent', () => {
  fc.assert(
    fc.property(anyAnnex, worked, (of, done) => {
      const found = compute(of, done)
      assert.ok(compareRatios(found.counted, found.agreed) <= 0)
      assert.ok(found.amount <= (annexAmount(law, of) ?? 0))
      assert.deepEqual(sumRatios([found.counted, found.beyond]), found.realised)
      assert.equal(found.byState + found.byDepartement, found.amount)
    }),
    { numRuns: 300 },
  )
})

test('the months sum to the annex whatever the order in which they were typed', () => {
  fc.assert(
    fc.property(anyAnnex, worked, (of, done) => {
      const found = compute(of, done)
      assert.equal(totalOf(found.months.map((one) => one.amount)), found.amount)
      assert.equal(totalOf(found.months.map((one) => one.byState)), found.byState)
      assert.deepEqual(sumRatios(found.months.map((one) => one.counted)), found.counted)
      assert.deepEqual(compute(of, done.toReversed()), found)
    }),
    { numRuns: 200 },
  )
})

test('full-time equivalents by person sum to those of the team', () => {
  fc.assert(
    fc.property(fc.array(hoursOfMonth, { maxLength: 12 }), fc.constantFrom('EI', 'ACI', 'AI', 'ETTI', 'EITI'), (people, kind) => {
      const on = day('2025-01-01')
      const team = people.reduce((sum, hours) => sum + hours, 0) as CentiHours
      assert.deepEqual(sumRatios(people.map((hours) => fteOfHours(law, { kind }, hours, on))), fteOfHours(law, { kind }, team, on))
    }),
  )
})

test('correcting a month leaves the months before it alone, and those after it too unless the annex is used up', () => {
  fc.assert(
    fc.property(
      anyAnnex,
      fc.array(hoursOfMonth, { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 0, max: 11 }),
      hoursOfMonth,
      (of, hours, at, corrected) => {
        const months = hours.map((count, index) => ({ month: monthsLater(JANUARY, index), hours: count }))
        const before = compute(of, months)
        const after = compute(of, months.with(at, { month: monthsLater(JANUARY, at), hours: corrected }))
        const uncapped = (aid: Extract<AnnexAid, { months: unknown }>) => compareRatios(aid.beyond, ZERO) === 0
        before.months.forEach((one, index) => {
          const other = after.months[index]
          assert.ok(other)
          if (index < at) assert.deepEqual(other, one)
          if (index > at && uncapped(before) && uncapped(after)) {
            assert.deepEqual(other.counted, one.counted)
            // Cumulated amounts are rounded, so that a later month may move by one cent.
            assert.ok(Math.abs(other.amount - one.amount) <= 1)
          }
          // More hours in a month never give more to a later one.
          if (index > at && corrected >= (hours[at] ?? 0)) assert.ok(compareRatios(minusRatio(one.counted, other.counted), ZERO) >= 0)
        })
      },
    ),
    { numRuns: 200 },
  )
})
