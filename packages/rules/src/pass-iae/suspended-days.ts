import { addDays, addMonths, type CalendarDate, type Law, type Period } from '@maillage/kernel'
import { suspensionMaxMonths } from '../parameters/pass-suspension.ts'
import type { PassAct, Suspension } from './acts.ts'

/** Last day the longest suspension begun on that day may have. @example longestSuspension(law, day('2026-01-01')) // 2028-12-31 */
export function longestSuspension(law: Law, first: CalendarDate): CalendarDate {
  return addDays(addMonths(first, law.on(first).get(suspensionMaxMonths)), -1)
}

/** The days of a suspension; without a declared end, the longest allowed. */
export function daysOfSuspension(law: Law, { first, last }: Pick<Suspension, 'first' | 'last'>): Period {
  return { first, last: last ?? longestSuspension(law, first) }
}

/** The suspensions of a right in order. A day covered twice is left to the first, so that none is counted twice. */
export function suspensionsInOrder(law: Law, acts: readonly PassAct[]): (Period & { readonly reason: Suspension['reason'] })[] {
  const ordered = acts.filter((act) => act.kind === 'suspension').toSorted((a, b) => a.first - b.first)
  const kept: (Period & { readonly reason: Suspension['reason'] })[] = []
  for (const each of ordered) {
    const { first, last } = daysOfSuspension(law, each)
    const free = kept.at(-1)
    const from = free && free.last >= first ? addDays(free.last, 1) : first
    if (from <= last) kept.push({ first: from, last, reason: each.reason })
  }
  return kept
}
