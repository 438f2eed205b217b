import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, month, period } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import { minusRatio, ratio, sumRatios } from '../ratio.ts'
import { type AnnexMoment, agreedFte, annualFte } from './agreed-fte.ts'
import type { AnnexAmendment, FinancialAnnex } from './annex.ts'
import { annexTotal } from './annex-total.ts'
import { annexAnomalies } from './anomalies.ts'
import { centiPosts } from './centi-posts.ts'
import { endWithStructure } from './end-with-structure.ts'
import { projectOnFormerAnnex } from './former-annex.ts'
import { knownChanges } from './known-changes.ts'
import { annexEnd, annexSegments, postsOf } from './segments.ts'
import { agreementAnomalySentence, agreementStepSentence } from './wording.fr.ts'

const YEAR = period(day('2025-01-01'), day('2025-12-31'))
const annex = (more: Partial<FinancialAnnex> = {}): FinancialAnnex => ({
  kind: 'ACI',
  measure: 'common',
  departement: '11',
  period: YEAR,
  posts: centiPosts(1000),
  knownOn: day('2025-01-01'),
  amendments: [],
  ...more,
})
const posts = (knownOn: string, effectOn: string, hundredths: number): AnnexAmendment => ({
  kind: 'posts',
  knownOn: day(knownOn),
  effectOn: day(effectOn),
  posts: centiPosts(hundredths),
})
const agreed = (of: FinancialAnnex, moment: AnnexMoment) => agreedFte(law, of, moment).value

test('ten posts over twelve months are ten full-time equivalents, over one month ten twelfths, on a day ten posts', () => {
  assert.deepEqual(agreed(annex(), { period: YEAR }), { state: 'agreed', fte: ratio(10) })
  assert.deepEqual(agreed(annex(), { month: month('2025-03') }), { state: 'agreed', fte: ratio(10, 12) })
  assert.deepEqual(agreed(annex(), { on: day('2025-03-31') }), { state: 'agreed', fte: ratio(10) })
})

test('a started month counts whole, as fin moins début plus un', () => {
  const short = annex({ period: period(day('2025-03-15'), day('2025-08-02')) })
  assert.deepEqual(agreed(short, { period: period(day('2025-03-01'), day('2025-08-31')) }), { state: 'agreed', fte: ratio(5) })
})

test('an annex signed in April with effect on 1 January: until then its months await an annex, and are not zero', () => {
  const late = annex({ knownOn: day('2025-04-10') })
  const quarter = period(day('2025-01-01'), day('2025-03-31'))
  const awaiting = [month('2025-01'), month('2025-02'), month('2025-03')]
  assert.deepEqual(agreed(late, { period: quarter, knownOn: day('2025-04-09') }), { state: 'awaiting-annex', awaiting })
  assert.deepEqual(agreed(late, { period: quarter, knownOn: day('2025-04-10') }), { state: 'agreed', fte: ratio(30, 12) })
  assert.deepEqual(annexTotal(law, late, day('2025-04-09')), { total: null, months: [] })
})

test('months outside the annex are named beside those it covers', () => {
  assert.deepEqual(agreed(annex(), { period: period(day('2025-12-01'), day('2026-01-31')) }), {
    state: 'partly-awaiting-annex',
    fte: ratio(10, 12),
    awaiting: [month('2026-01')],
  })
})

// Posts amended twice: A1 in May from 1 March, A2 in September.
const twice = annex({ amendments: [posts('2025-05-12', '2025-03-01', 1200), posts('2025-09-20', '2025-09-01', 900)] })

test('posts amended twice: the sum over segments of posts × months, as known on each day', () => {
  const total = (knownOn?: string) => annexTotal(law, twice, knownOn === undefined ? undefined : day(knownOn)).total
  assert.deepEqual(total('2025-05-11'), ratio(10))
  assert.deepEqual(total('2025-05-12'), ratio(10 * 2 + 12 * 10, 12))
  assert.deepEqual(total('2025-09-19'), ratio(140, 12))
  assert.deepEqual(total('2025-09-20'), ratio(10 * 2 + 12 * 6 + 9 * 4, 12))
  assert.deepEqual(total(), total('2025-12-31'))
})

test('the re-adjustment lists the old and the new posts of each month that changed', () => {
  const changed = knownChanges(law, twice, { before: day('2025-05-11'), after: day('2025-05-12') })
  assert.equal(changed.length, 10)
  assert.deepEqual(changed[0], { month: month('2025-03'), before: 1000, after: 1200 })
  const signed = knownChanges(law, annex({ knownOn: day('2025-04-10') }), { before: day('2025-04-09'), after: day('2025-04-10') })
  assert.deepEqual(signed[0], { month: month('2025-01'), before: null, after: 1000 })
})

test('the latest known amendment decides from its effect on, even before the effect of an earlier one', () => {
  const back = annex({ amendments: [posts('2025-02-01', '2025-06-01', 1200), posts('2025-07-01', '2025-03-01', 800)] })
  assert.deepEqual(
    annexSegments(law, back).map((each) => [each.first, each.last, each.posts]),
    [
      [month('2025-01'), month('2025-02'), 1000],
      [month('2025-03'), month('2025-12'), 800],
    ],
  )
})

test('an annex ended early opens nothing after its end, once that is known', () => {
  const ended = annex({ amendments: [{ kind: 'end', knownOn: day('2025-06-15'), last: day('2025-06-30') }] })
  assert.deepEqual(annexTotal(law, ended, day('2025-06-14')).total, ratio(10))
  assert.deepEqual(annexTotal(law, ended).total, ratio(5))
  assert.equal(postsOf(annexSegments(law, ended), month('2025-07')), undefined)
  // Two ends known on one day: the last recorded stands.
  const twiceEnded = annex({ amendments: [...ended.amendments, { kind: 'end', knownOn: day('2025-06-15'), last: day('2025-09-30') }] })
  assert.deepEqual(annexTotal(law, twiceEnded).total, ratio(90, 12))
  assert.equal(annexEnd(ended, day('2025-06-14')), day('2025-12-31'))
  assert.equal(annexEnd(ended), day('2025-06-30'))
  assert.equal(annexEnd(twiceEnded), day('2025-09-30'))
})

test('cumulated totals end on the total', () => {
  const { total, months } = annexTotal(law, twice)
  assert.equal(months.length, 12)
  assert.deepEqual(months[1]?.cumulated, ratio(20, 12))
  assert.deepEqual(months.at(-1)?.cumulated, total)
})

test('a January without annex is projected from the former annex, marked so, until the new one is known', () => {
  const next = annex({ period: period(day('2026-01-01'), day('2026-12-31')), knownOn: day('2026-04-02'), posts: centiPosts(1100) })
  const projected = (knownOn: string) => projectOnFormerAnnex(law, [twice, next], { month: month('2026-01'), knownOn: day(knownOn) })
  assert.deepEqual(projected('2026-02-15'), { projection: true, basis: 'former-annex', posts: ratio(9), from: month('2025-12') })
  assert.equal(projected('2026-04-02'), undefined)
  assert.equal(projectOnFormerAnnex(law, [next], { month: month('2026-01'), knownOn: day('2026-02-15') }), undefined)
})

test('what is wrong in an annex is listed with a sentence, never refused; a late signature is not wrong', () => {
  const codes = (of: FinancialAnnex) => {
    const found = annexAnomalies(law, of)
    for (const each of found) assert.ok(agreementAnomalySentence(each).endsWith('.'))
    return found.map((each) => each.code)
  }
  assert.deepEqual(codes(annex({ knownOn: day('2025-04-10') })), [])
  assert.deepEqual(codes(annex({ amendments: [posts('2025-03-10', '2025-03-15', 900)] })), ['agreements/amendment-inside-month'])
  assert.deepEqual(codes(annex({ amendments: [posts('2025-03-10', '2026-01-01', 900)] })), ['agreements/amendment-outside-annex'])
  assert.deepEqual(codes(annex({ period: period(day('2025-01-01'), day('2026-01-31')) })), ['agreements/annex-too-long'])
  const prison = annex({ measure: 'prison', period: period(day('2019-01-01'), day('2019-12-31')) })
  assert.deepEqual(codes(prison), [])
  assert.deepEqual(codes({ ...prison, posts: centiPosts(1001) }), ['agreements/too-many-prison-posts'])
})

test('every step of the explanation has a sentence, and says what was known', () => {
  const steps = agreedFte(law, twice, { period: period(day('2025-01-01'), day('2026-02-28')), knownOn: day('2025-09-20') }).because()
  assert.deepEqual(
    steps.map((each) => each.code),
    [
      'agreements/as-known',
      'agreements/segment',
      'agreements/segment',
      'agreements/segment',
      'agreements/awaiting-annex',
      'agreements/agreed-total',
    ],
  )
  for (const each of steps) assert.ok(agreementStepSentence({ code: each.code, inputs: each.inputs }).endsWith('.'))
})

test('posts are an integer number of hundredths, not below zero', () => {
  for (const wrong of [-1, 0.5]) assert.throws(() => centiPosts(wrong), /hundredths/)
})

const days = fc.integer({ min: day('2024-11-01'), max: day('2025-12-31') }).map((value) => day('1970-01-01') + value)
const amendment = fc
  .record({ knownOn: days, effectOn: fc.integer({ min: 0, max: 11 }), hundredths: fc.integer({ min: 0, max: 3000 }) })
  .map(({ knownOn, effectOn, hundredths }) => ({
    kind: 'posts' as const,
    knownOn: (day('1970-01-01') + knownOn) as FinancialAnnex['knownOn'],
    effectOn: day(`2025-${String(effectOn + 1).padStart(2, '0')}-01`),
    posts: centiPosts(hundredths),
  }))

test('the months of an annex sum to its total, and two parts of it to the whole', () => {
  fc.assert(
    fc.property(fc.array(amendment, { maxLength: 5 }), fc.integer({ min: 1, max: 11 }), (amendments, cut) => {
      const of = annex({ amendments })
      const { total, months } = annexTotal(law, of)
      assert.deepEqual(annualFte(months.reduce((sum, each) => sum + each.posts, 0)), total)
      const each = months.map((one) => agreed(of, { month: one.month }))
      assert.deepEqual(sumRatios(each.flatMap((one) => (one.state === 'agreed' ? [one.fte] : []))), total)
      const end = (number: number) => day(`2025-${String(number).padStart(2, '0')}-28`)
      const before = agreed(of, { period: period(day('2025-01-01'), end(cut)) })
      const after = agreed(of, { period: period(day(`2025-${String(cut + 1).padStart(2, '0')}-01`), end(12)) })
      assert.ok(before.state === 'agreed' && after.state === 'agreed' && total !== null)
      assert.deepEqual(minusRatio(total, before.fte), after.fte)
    }),
    { numRuns: 200 },
  )
})

test('an annex opens nothing after the last day of its structure, and everything until then', () => {
  const ended = endWithStructure(annex(), day('2025-06-30'))
  assert.equal(annexEnd(ended), day('2025-06-30'))
  assert.deepEqual(agreed(ended, { month: month('2025-06') }), { state: 'agreed', fte: ratio(10, 12) })
  assert.deepEqual(agreed(ended, { month: month('2025-07') }), { state: 'awaiting-annex', awaiting: [month('2025-07')] })
  assert.equal(annexEnd(ended, day('2025-06-29')), day('2025-12-31'), 'not known the day before')
})

test('a structure that ends after its annex, or not at all, changes nothing; one that ends before leaves nothing of it', () => {
  assert.deepEqual(endWithStructure(annex(), day('2025-12-31')), annex())
  assert.deepEqual(endWithStructure(annex(), null), annex())
  assert.deepEqual(annexSegments(law, endWithStructure(annex(), day('2024-11-15'))), [])
})

test('an end signed later does not take the annex past its structure', () => {
  const signedAfter = annex({ amendments: [{ kind: 'end', knownOn: day('2025-09-01'), last: day('2025-11-30') }] })
  assert.equal(annexEnd(endWithStructure(signedAfter, day('2025-06-30'))), day('2025-06-30'))
  const signedBefore = annex({ amendments: [{ kind: 'end', knownOn: day('2025-03-01'), last: day('2025-05-31') }] })
  assert.equal(annexEnd(endWithStructure(signedBefore, day('2025-06-30'))), day('2025-05-31'))
})
