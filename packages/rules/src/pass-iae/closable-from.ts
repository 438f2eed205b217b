import { addMonths, type CalendarDate, type Law, type Source } from '@maillage/kernel'
import { closureAfterMonths } from '../parameters/pass-suspension.ts'

/**
 * From which day a pathway suspended without a break since a day may be ended, as `judgeClosure` says, and on which text; undefined before there was one.
 * It may be ended, never must: the situation of the person is examined first.
 * @example closableFrom(law, day('2025-12-01'), day('2026-11-21')) // months 12, first 2026-12-01
 */
export function closableFrom(
  law: Law,
  suspendedSince: CalendarDate,
  on: CalendarDate,
): { readonly first: CalendarDate; readonly months: number; readonly source: Source } | undefined {
  const after = law.on(on).find(closureAfterMonths)
  return after && { first: addMonths(suspendedSince, after.value), months: after.value, source: after.source }
}
