import { addMonths, type CalendarDate, type Law, type Period, type Source } from '@maillage/kernel'
import { toolProlongationWindow } from '../parameters/pass-prolongation.ts'

/** The days on which the State's service takes a request to prolong, and where that is read. */
export type ProlongationWindow = Period & { readonly source: Source }

/**
 * The days on which the State's service takes a request to prolong a right that ends on that day, by what it does on the day asked about;
 * undefined before it had a window. The Code du travail sets none.
 * @example prolongationWindow(law, day('2027-01-05'), day('2026-11-21')) // from 2026-01-05 to 2027-07-05
 */
export function prolongationWindow(law: Law, passLast: CalendarDate, on: CalendarDate): ProlongationWindow | undefined {
  const window = law.on(on).find(toolProlongationWindow)
  if (!window) return undefined
  const { monthsBefore, monthsAfter } = window.value
  return { first: addMonths(passLast, -monthsBefore), last: addMonths(passLast, monthsAfter), source: window.source }
}
