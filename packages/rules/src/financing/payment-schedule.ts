import { type CalendarDate, type Cents, cents, daysOf, invariant, type Law, type Month, monthsLater, share } from '@maillage/kernel'
import { annexSegments, type FinancialAnnex, monthsIn } from '../agreements/index.ts'
import { adjustmentCalendar } from '../parameters/job-aid-payment.ts'
import { annexAid, type WorkedMonth } from './annex-aid.ts'
import { unitAmount } from './unit-amount.ts'

/** What the paying agency should pay in a month: the instalment, and the adjustment when the calendar has one. */
export interface ScheduledPayment {
  readonly month: Month
  readonly instalment: Cents
  /** Null: no adjustment that month. Negative: what was paid in advance and was not worked. */
  readonly adjustment: Cents | null
  readonly paid: Cents
  readonly cumulated: Cents
  /** Months that an adjustment should have looked at and whose hours nobody declared: left as they are, never read as zero. */
  readonly undeclared: readonly Month[]
}

export type PaymentSchedule =
  | { readonly state: 'awaiting-annex' }
  | { readonly state: 'computed'; readonly annexAmount: Cents; readonly payments: readonly ScheduledPayment[] }

/**
 * Amount of an annex: posts × price of each month / 12. Throws `NoTextInForce` when a month has no price.
 * @example annexAmount(law, annex) // 239 210 € for ten ACI posts in 2025
 */
export function annexAmount(law: Law, annex: FinancialAnnex, knownOn?: CalendarDate): Cents | undefined {
  const segments = annexSegments(law, annex, knownOn)
  if (segments.length === 0) return undefined
  let total = 0
  for (const { first, last, posts } of segments)
    for (let month = first; month <= last; month = monthsLater(month, 1))
      total += posts * unitAmount(law, annex, daysOf(month).first).amount
  invariant(Number.isSafeInteger(total), 'the amount of an annex is a safe integer')
  return share(cents(total), 1, 1200)
}

/**
 * Instalments and adjustments of an annex: each month its part of the amount (one twelfth for a year), adjusted in months 5, 8 and 11 and the month
 * after its end (the last two months before 2022), on the hours of the months before. `amount`: the one written on the annex, when it is known.
 * Source: orders of 18 February 2015 and 5 December 2022.
 * @example paymentSchedule(law, { annex, worked })
 */
export function paymentSchedule(
  law: Law,
  request: {
    readonly annex: FinancialAnnex
    readonly worked: readonly WorkedMonth[]
    readonly knownOn?: CalendarDate
    readonly amount?: Cents
  },
): PaymentSchedule {
  const { annex, knownOn } = request
  const segments = annexSegments(law, annex, knownOn)
  const first = segments[0]?.first
  const total = request.amount ?? annexAmount(law, annex, knownOn)
  if (first === undefined || total === undefined) return { state: 'awaiting-annex' }
  const length = segments.reduce((sum, each) => sum + monthsIn(each), 0)
  const calendar = law.on(annex.period.first, knownOn === undefined ? {} : { knownOn }).get(adjustmentCalendar)
  const adjusted = new Set(calendar.months.map((each) => (each < 0 ? length + 1 + each : each)))
  if (calendar.afterTheEnd) adjusted.add(length + 1)

  const aid = annexAid(law, { kind: annex.kind, ...request }).value
  const due = new Map(aid.state === 'awaiting-annex' ? [] : aid.months.map((each) => [each.month, each.amount]))
  const instalmentTo = (count: number) => share(total, Math.min(count, length), length)
  const payments: ScheduledPayment[] = []
  let [cumulated, adjustments] = [0, 0]
  for (let rank = 1; rank <= length + (calendar.afterTheEnd ? 1 : 0); rank++) {
    const instalment = instalmentTo(rank) - instalmentTo(rank - 1)
    let adjustment: number | null = null
    const undeclared: Month[] = []
    if (adjusted.has(rank)) {
      let owed = 0
      for (let seen = 1; seen <= Math.min(rank - calendar.lag, length); seen++) {
        const month = monthsLater(first, seen - 1)
        const amount = due.get(month)
        if (amount === undefined) undeclared.push(month)
        else owed += amount - (instalmentTo(seen) - instalmentTo(seen - 1))
      }
      adjustment = owed - adjustments
      adjustments = owed
    }
    const paid = instalment + (adjustment ?? 0)
    cumulated += paid
    payments.push({
      month: monthsLater(first, rank - 1),
      instalment: cents(instalment),
      adjustment: adjustment === null ? null : cents(adjustment),
      paid: cents(paid),
      cumulated: cents(cumulated),
      undeclared,
    })
  }
  return { state: 'computed', annexAmount: total, payments }
}
