import { addMonths, type CalendarDate, daysOf, type Law, type Month } from '@maillage/kernel'
import { inclusionContractAid } from '../parameters/job-aid-payment.ts'

/**
 * Percent of the base amount paid in a month for an open-ended inclusion contract: all of it for the first year, then 70 %.
 * A month belongs to the first year when it begins in it. Source: décret n° 2021-1129, known through comments.
 * @example inclusionContractPercent(law, day('2025-01-01'), month('2026-01')) // 70
 */
export function inclusionContractPercent(law: Law, first: CalendarDate, month: Month): number {
  const { fullMonths, laterPercent } = law.on(first).get(inclusionContractAid)
  return daysOf(month).first < addMonths(first, fullMonths) ? 100 : laterPercent
}
