import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, centiHours, day, month, wholeHours } from '@maillage/kernel'
import fc from 'fast-check'
import { nationalLaw as law } from '../national-law.ts'
import { companyHours, companyPlacementAnomalies, type Placement } from './company-placement.ts'
import type { Contract } from './contract.ts'
import { hoursThatCount } from './hours-that-count.ts'
import { type MonthHours, monthAnomalies, readMonthHours } from './month-hours.ts'
import {
  judgeSheetTransition,
  SHEET_STATES,
  SHEET_TRANSITIONS,
  type SheetActor,
  type SheetState,
  type SheetTransitionName,
} from './month-sheet.ts'
import { employmentAnomalySentence, employmentRefusalSentence } from './wording.fr.ts'

const JULY = month('2025-07')
const held = { pass: { first: day('2025-01-01') }, acts: [] }
const contract = (last: string): Contract => ({
  type: 'CDDI',
  first: day('2025-01-01'),
  last: day(last),
  signedOn: day('2025-01-01'),
  renewal: false,
  weekly: [],
})
const read = (typed: MonthHours) => {
  const found = readMonthHours(typed)
  if (found.ok) return []
  for (const each of found.refusals) assert.ok(employmentRefusalSentence(each).endsWith('.'))
  return found.refusals.map((each) => each.code.replace('employment/', ''))
}

test('only the impossible is refused: 744 hours can be in a month of 31 days, 744.01 and 800 cannot', () => {
  assert.deepEqual(read({ month: JULY, hours: wholeHours(744) }), [])
  assert.deepEqual(read({ month: JULY, hours: centiHours(74_401) }), ['hours-impossible'])
  assert.deepEqual(read({ month: JULY, hours: wholeHours(800) }), ['hours-impossible'])
  assert.deepEqual(read({ month: month('2025-02'), hours: wholeHours(673) }), ['hours-impossible'])
  assert.deepEqual(read({ month: JULY, hours: centiHours(-1) }), ['hours-impossible'])
})

test('days are of the month, of 24 hours, and sum to it', () => {
  const of = (hours: number, ...days: [string, number][]) =>
    read({ month: JULY, hours: centiHours(hours), days: days.map(([date, count]) => ({ on: day(date), hours: centiHours(count) })) })
  assert.deepEqual(of(2400, ['2025-07-01', 2400]), [])
  assert.deepEqual(of(2401, ['2025-07-01', 2401]), ['hours-of-day-impossible'])
  assert.deepEqual(of(700, ['2025-08-01', 700]), ['day-of-another-month'])
  assert.deepEqual(of(800, ['2025-07-01', 700]), ['days-do-not-sum'])
})

const anomalies = (worked: MonthHours, more: Partial<Parameters<typeof monthAnomalies>[1]> = {}) => {
  const found = monthAnomalies(law, { worked, contracts: [contract('2025-12-31')], held, ...more })
  for (const each of found) assert.ok(employmentAnomalySentence(each).endsWith('.'))
  return found.map((each) => each.code.replace('employment/', ''))
}
const worked: MonthHours = { month: JULY, hours: wholeHours(100) }

test('a contract ended on 30 June and hours in July: recorded, with the anomaly', () => {
  assert.deepEqual(anomalies(worked, { contracts: [contract('2025-06-30')] }), ['hours-without-contract'])
  assert.deepEqual(anomalies(worked, { contracts: [contract('2025-07-01')] }), [])
  assert.deepEqual(anomalies({ ...worked, hours: centiHours(0) }, { contracts: [], held: null }), [])
})

test('a day after the end of the contract is named when days are known', () => {
  const days = [
    { on: day('2025-07-10'), hours: wholeHours(7) },
    { on: day('2025-07-11'), hours: wholeHours(7) },
  ]
  assert.deepEqual(anomalies({ month: JULY, hours: wholeHours(14), days }, { contracts: [contract('2025-07-10')] }), [
    'day-without-contract',
  ])
})

test('hours outside the PASS, or while it is suspended all month', () => {
  assert.deepEqual(anomalies(worked, { held: null }), ['hours-outside-pass'])
  assert.deepEqual(anomalies(worked, { held: { pass: { first: day('2025-08-01') }, acts: [] } }), ['hours-outside-pass'])
  assert.deepEqual(anomalies(worked, { held: { pass: { first: day('2025-07-31') }, acts: [] } }), [])
  const suspended = (last: string) => ({
    ...held,
    acts: [{ kind: 'suspension' as const, first: day('2025-07-01'), last: day(last), reason: 'contract-ended' as const }],
  })
  assert.deepEqual(anomalies(worked, { held: suspended('2025-07-31') }), ['hours-during-suspension'])
  assert.deepEqual(anomalies(worked, { held: suspended('2025-07-30') }), [])
})

test('a day beyond ten hours, a week beyond 48; eight and 35 before 18', () => {
  const days = (...hours: number[]) => ({
    month: JULY,
    hours: wholeHours(hours.reduce((a, b) => a + b, 0)),
    // 7 July 2025 is a Monday.
    days: hours.map((count, index) => ({ on: addDays(day('2025-07-07'), index), hours: wholeHours(count) })),
  })
  const birth = { year: 2008 }
  assert.deepEqual(anomalies(days(10, 10, 10, 10, 8)), [])
  assert.deepEqual(anomalies(days(11)), ['daily-maximum-passed'])
  assert.deepEqual(anomalies(days(10, 10, 10, 10, 9, 1)), ['weekly-maximum-passed'])
  assert.deepEqual(anomalies(days(8, 8, 8, 8, 3), { birth }), [])
  assert.deepEqual(anomalies(days(9), { birth }), ['minor-daily-hours'])
  assert.deepEqual(anomalies(days(8, 8, 8, 8, 4), { birth }), ['minor-weekly-hours'])
})

test('an EI counts the hours worked, an ACI the hours paid, and what lacks is asked for', () => {
  const hours = { paid: wholeHours(151), worked: wholeHours(130) }
  assert.deepEqual(hoursThatCount(law, 'EI', JULY, hours), { state: 'counted', hours: wholeHours(130) })
  for (const kind of ['ACI', 'AI', 'ETTI'] as const)
    assert.deepEqual(hoursThatCount(law, kind, JULY, hours), { state: 'counted', hours: wholeHours(151) })
  assert.deepEqual(hoursThatCount(law, 'EI', JULY, { ...hours, worked: null }), { state: 'missing', which: 'worked' })
})

const over = day('2025-08-01')
const move = (
  transition: SheetTransitionName,
  state: SheetState,
  actor: SheetActor = 'structure',
  more: { on?: typeof over; reason?: string } = {},
) => {
  const found = judgeSheetTransition({ transition, state, actor, month: JULY, on: over, ...more })
  if (found.ok) return found.value.to
  for (const each of found.refusals) assert.ok(employmentRefusalSentence(each).endsWith('.'))
  return found.refusals.map((each) => each.code.replace('employment/', ''))
}

test('a month goes from draft to validated to sent, and is opened again with a reason only', () => {
  assert.equal(move('validate', 'draft'), 'validated')
  assert.equal(move('take-back', 'validated'), 'draft')
  assert.equal(move('send', 'validated', 'clock'), 'sent')
  assert.deepEqual(move('reopen', 'sent'), ['sheet-reason-missing'])
  assert.equal(move('reopen', 'sent', 'payment-agency', { reason: 'Heures en double' }), 'reopened')
  assert.equal(move('validate', 'reopened'), 'validated')
  assert.deepEqual(move('send', 'draft'), ['sheet-not-from-this-state'])
  assert.deepEqual(move('validate', 'draft', 'authority'), ['sheet-not-by-this-actor'])
  assert.deepEqual(move('validate', 'draft', 'structure', { on: day('2025-06-30') }), ['month-not-begun'])
  assert.deepEqual(move('send', 'validated', 'structure', { on: day('2025-07-30') }), ['month-not-over'])
  assert.equal(move('send', 'validated', 'structure', { on: day('2025-07-31') }), 'sent')
})

test('each state of a month is reached from a draft, and only a structure validates', () => {
  const reached = new Set<string>(['draft'])
  for (let turn = 0; turn < SHEET_STATES.length; turn++)
    for (const { from, to } of Object.values(SHEET_TRANSITIONS)) if (from.some((state) => reached.has(state))) reached.add(to)
  assert.deepEqual([...reached].toSorted(), [...SHEET_STATES].toSorted())
  assert.deepEqual(SHEET_TRANSITIONS.validate.by, ['structure'])
})

const placement = (on: string, hours: number, client: Placement['client'] = 'company'): Placement => ({
  on: day(on),
  hours: wholeHours(hours),
  client,
})

test('480 hours with companies over 24 months from the first placement: 480 is inside, 481 is not', () => {
  const codes = (last: number, more: object = {}) =>
    companyPlacementAnomalies(law, {
      placements: [placement('2024-03-01', 400), placement('2025-06-01', last)],
      on: day('2025-06-30'),
      ...more,
    }).map((each) => {
      assert.ok(employmentAnomalySentence(each).endsWith('.') && each.source)
      return each.code
    })
  assert.deepEqual(codes(80), [])
  assert.deepEqual(codes(81), ['employment/company-hours-passed'])
  assert.deepEqual(codes(81, { waiver: { first: day('2025-01-01'), last: day('2027-12-31') } }), [])
})

test('private persons, associations and public bodies are never limited', () => {
  const placements = (['private-person', 'non-profit', 'public-body'] as const).map((client) => placement('2025-01-01', 700, client))
  assert.equal(companyHours(law, placements, day('2025-06-30')), undefined)
})

test('the window ends 24 months after the first placement, and the next one opens another', () => {
  const placements = [placement('2023-03-01', 480), placement('2025-03-01', 10)]
  assert.equal(companyHours(law, placements, day('2025-02-28'))?.left, 0)
  const onItsLastDay = [placement('2023-03-01', 400), placement('2025-02-28', 60)]
  assert.equal(companyHours(law, onItsLastDay, day('2025-02-28'))?.left, wholeHours(20))
  assert.equal(companyHours(law, placements, day('2025-03-01'))?.left, wholeHours(470))
  assert.equal(companyHours(law, [placement('2023-02-28', 480)], day('2025-02-28')), undefined)
})

test('sixteen hours: a rule of earlier dates only', () => {
  const codes = (on: string, hours: number) =>
    companyPlacementAnomalies(law, { placements: [placement(on, hours)], on: day('2025-01-01'), approved: false }).map((each) => each.code)
  assert.deepEqual(codes('2020-12-15', 16), [])
  assert.deepEqual(codes('2020-12-15', 17), ['employment/long-placement-without-approval'])
  assert.deepEqual(codes('2020-12-16', 17), [])
})

test('hours used and left never lose an hour: used + left is the limit until it is passed', () => {
  const some = fc.array(
    fc.record({ days: fc.integer({ min: 0, max: 729 }), hours: fc.integer({ min: 0, max: 200 }) }).map(({ days, hours }) => ({
      on: addDays(day('2024-01-01'), days),
      hours: wholeHours(hours),
      client: 'company' as const,
    })),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(some, (placements) => {
      const found = companyHours(law, placements, day('2025-12-30'))
      assert.ok(found)
      assert.equal(
        found.used,
        placements.reduce((sum, each) => sum + each.hours, 0),
      )
      assert.equal(found.left, Math.max(0, found.limit - found.used))
    }),
  )
})
