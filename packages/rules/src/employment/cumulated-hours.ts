import { type CalendarDate, type CentiHours, type Law, sumHours } from '@maillage/kernel'
import { type BirthDate, hasReachedAge } from '../eligibility/index.ts'
import { minorLimits, workingTimeMaxima } from '../parameters/contract-rules.ts'
import type { Anomaly } from '../reasons.ts'
import { anomaly, type EmploymentAnomaly } from './reason-codes.ts'

/**
 * Weekly hours of somebody with several employers, held against the legal maxima: a warning to each, naming none.
 * Hours agreed for good are an average, so that 44 hours are passed before 48 are.
 * Sources: L8261-1, L3121-20, L3121-22; L3162-1 before eighteen.
 * @example cumulatedHoursAnomalies(law, { on, weekly: [wholeHours(20), wholeHours(30)] }) // weekly-maximum-passed
 */
export function cumulatedHoursAnomalies(
  law: Law,
  { on, weekly, birth }: { readonly on: CalendarDate; readonly weekly: readonly CentiHours[]; readonly birth?: BirthDate },
): Anomaly<EmploymentAnomaly>[] {
  const hours = sumHours(weekly)
  const [maxima, minors] = [law.on(on).find(workingTimeMaxima), law.on(on).find(minorLimits)]
  if (minors && hasReachedAge(birth, minors.value.adultAge, on) === false)
    return hours > minors.value.weekly ? [anomaly('employment/minor-weekly-hours', { most: minors.value.weekly }, minors.source)] : []
  if (!maxima) return []
  const { weekly: most, weeklyAverage } = maxima.value
  if (hours > most) return [anomaly('employment/weekly-maximum-passed', { hours, most }, maxima.source)]
  return hours > weeklyAverage ? [anomaly('employment/weekly-average-passed', { hours, most: weeklyAverage }, maxima.source)] : []
}
