import { type Cents, cents, daysOf, type Law, type Month } from '@maillage/kernel'
import { eitiMonthlyAid } from '../parameters/job-aid-payment.ts'

/** Aid of a month for a self-employed worker: fixed, dependent on a turnover we must be told of, or over. */
export type EitiMonth =
  | { readonly state: 'fixed'; readonly amount: Cents }
  | { readonly state: 'depends-on-turnover' }
  | { readonly state: 'over' }

/**
 * Aid of the nth month of support of a self-employed worker (EITI): a fixed amount for nine months, then a degressive one whose formula we did not
 * read, up to the 24th. Throws `NoTextInForce` before 2025 (an amount per 1 505 hours then) and for 2026.
 * @example eitiMonth(law, { month: month('2025-03'), rank: 3, departement: '974' }) // 450 €
 */
export function eitiMonth(
  law: Law,
  { month, rank, departement }: { readonly month: Month; readonly rank: number; readonly departement: string },
): EitiMonth {
  const { common, mayotte, fixedMonths, lastMonth } = law.on(daysOf(month).first).get(eitiMonthlyAid)
  if (rank > lastMonth) return { state: 'over' }
  return rank > fixedMonths ? { state: 'depends-on-turnover' } : { state: 'fixed', amount: cents(departement === '976' ? mayotte : common) }
}
