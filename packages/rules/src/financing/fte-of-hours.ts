import { type CalendarDate, type CentiHours, invariant, type Law, type SiaeKind } from '@maillage/kernel'
import { hoursOfOneFte } from '../parameters/full-time-equivalent.ts'
import { type Ratio, ratio, timesRatio } from '../ratio.ts'

/** Whose hours make a full-time equivalent: the kind's, or those the annex gives. */
export interface FteBasis {
  readonly kind: SiaeKind
  readonly hoursOfOneFte?: CentiHours
}

/** Hundredths of an hour of one full-time equivalent over a year. @example centiHoursOfOneFte(law, { kind: 'ACI' }, on) // 182 000 */
export function centiHoursOfOneFte(law: Law, basis: FteBasis, on: CalendarDate): CentiHours {
  const hours = basis.hoursOfOneFte ?? law.on(on).get(hoursOfOneFte)[basis.kind]
  invariant(hours > 0, 'a full-time equivalent has hours')
  return hours
}

/**
 * Annual full-time equivalents of some hours, exact: hours / hours of one. Adding people, teams or months gives the same as adding hours.
 * @example fteOfHours(law, { kind: 'ACI' }, wholeHours(1352), on) // 26/35, that is 0.743
 */
export function fteOfHours(law: Law, basis: FteBasis, hours: CentiHours, on: CalendarDate): Ratio {
  return ratio(hours, centiHoursOfOneFte(law, basis, on))
}

/** Full-time equivalents of one month's hours, as a level to compare with posts: twelve times the annual ones. */
export function monthlyFteOfHours(law: Law, basis: FteBasis, hours: CentiHours, on: CalendarDate): Ratio {
  return timesRatio(fteOfHours(law, basis, hours, on), 12)
}
