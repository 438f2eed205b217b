import { type CentiHours, daysOf, type Law, type Month, type SiaeKind } from '@maillage/kernel'
import { countedHours } from '../parameters/full-time-equivalent.ts'

/** Hours of a month in their two counts; null: not known. */
export interface HoursOfMonth {
  /** What the pay slip says, leave included. */
  readonly paid: CentiHours | null
  /** What was worked, leave and holidays left out. */
  readonly worked: CentiHours | null
}

/**
 * The hours of a month that the aid counts: those paid for ACI, ETTI and AI, those worked for EI and EITI. Missing is asked for, never zero.
 * @example hoursThatCount(law, 'EI', month, { paid: wholeHours(151), worked: null }) // { state: 'missing', which: 'worked' }
 */
export function hoursThatCount(
  law: Law,
  kind: SiaeKind,
  month: Month,
  hours: HoursOfMonth,
): { readonly state: 'counted'; readonly hours: CentiHours } | { readonly state: 'missing'; readonly which: 'paid' | 'worked' } {
  const which = law.on(daysOf(month).first).get(countedHours)[kind]
  const found = hours[which]
  return found === null ? { state: 'missing', which } : { state: 'counted', hours: found }
}
