import { type CalendarDate, type CentiHours, centiHours, daysOf, type Law, type Month, weekday } from '@maillage/kernel'
import { type BirthDate, hasReachedAge } from '../eligibility/index.ts'
import { minorLimits, workingTimeMaxima } from '../parameters/contract-rules.ts'
import type { Anomaly } from '../reasons.ts'
import { anomaly, type EmploymentAnomaly } from './reason-codes.ts'

/** One day of rest a week at least (L3132-1). */
const DAYS_OF_A_WEEK = 6

/** The most that a month can lawfully hold: each of its weeks, whole or begun, within the limits of a day and of a week. */
function mostOf(month: Month, { daily, weekly }: { readonly daily: CentiHours; readonly weekly: CentiHours }): CentiHours {
  const { first, last } = daysOf(month)
  let most = 0
  for (let monday = first - weekday(first) + 1; monday <= last; monday += 7) {
    const days = Math.min(last, monday + 6) - Math.max(first, monday) + 1
    most += Math.min(weekly, daily * Math.min(days, DAYS_OF_A_WEEK))
  }
  return centiHours(most)
}

/**
 * Whether the hours worked in a month pass what its weeks can hold, when its days are not known: nothing is said below, since another week may be lighter.
 * @example monthMaximumAnomalies(law, { month: month('2026-06'), worked: wholeHours(230) }) // month-maximum-passed
 */
export function monthMaximumAnomalies(
  law: Law,
  { month, worked, birth }: { readonly month: Month; readonly worked: CentiHours; readonly birth?: BirthDate },
): Anomaly<EmploymentAnomaly>[] {
  const on: CalendarDate = daysOf(month).last
  const [maxima, minors] = [law.on(on).find(workingTimeMaxima), law.on(on).find(minorLimits)]
  const minor = minors !== undefined && hasReachedAge(birth, minors.value.adultAge, on) === false
  const held = minor ? minors : maxima
  if (!held) return []
  const most = mostOf(month, held.value)
  return worked > most ? [anomaly('employment/month-maximum-passed', { month, hours: worked, most }, held.source)] : []
}
