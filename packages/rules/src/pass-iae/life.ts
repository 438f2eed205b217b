import { addDays, addMonths, type CalendarDate, daysIn, type Law, type Period } from '@maillage/kernel'
import { passLength } from '../parameters/pass-duration.ts'
import { openContractDays } from '../parameters/pass-prolongation.ts'
import type { Pass, PassAct, Prolongation } from './acts.ts'
import type { ProlongationReason } from './prolongation-reason.ts'
import { suspensionsInOrder } from './suspended-days.ts'
import type { SuspensionReason } from './suspension-reason.ts'

/** A run of days of a right, in one state and for one reason. */
export type Segment = Period &
  (
    | { readonly state: 'valid'; readonly reason: 'issued' }
    | { readonly state: 'prolonged'; readonly reason: ProlongationReason }
    | { readonly state: 'suspended'; readonly reason: SuspensionReason }
  )

type Right = { readonly days: number } & (
  | { readonly state: 'valid'; readonly reason: 'issued' }
  | { readonly state: 'prolonged'; readonly reason: ProlongationReason }
)

/** First day of the right once its start was moved. */
export function firstDay(pass: Pass, acts: readonly PassAct[]): CalendarDate {
  return acts.findLast((act) => act.kind === 'start-moved')?.first ?? pass.first
}

/** Days of the initial right: 730 from 28 February 2024, two years date to date before. */
export function initialDays(law: Law, first: CalendarDate): number {
  const { unit, count } = law.on(first).get(passLength)
  return unit === 'days' ? count : addMonths(first, count) - first
}

/** Days a prolongation adds; an open-ended contract counts ten years until its end is known. */
export function prolongedDays(law: Law, { first, last }: Prolongation): number {
  return last === null ? law.on(first).get(openContractDays) : daysIn({ first, last })
}

function rights(law: Law, first: CalendarDate, acts: readonly PassAct[]): Right[] {
  const prolongations = acts.filter((act) => act.kind === 'prolongation').toSorted((a, b) => a.first - b.first)
  return [
    { days: initialDays(law, first), state: 'valid', reason: 'issued' },
    ...prolongations.map((each): Right => ({ days: prolongedDays(law, each), state: 'prolonged', reason: each.reason })),
  ]
}

function closed(segments: readonly Segment[], acts: readonly PassAct[]): Segment[] {
  const closures = acts.filter((act) => act.kind === 'closure').map((act) => act.last)
  if (closures.length === 0) return [...segments]
  const last = Math.max(Math.min(...closures), segments[0]?.first ?? 0) as CalendarDate
  return segments.filter((each) => each.first <= last).map((each) => (each.last > last ? { ...each, last } : each))
}

/**
 * Every day of a right from its first to its last, as runs with their reason: no gap, no overlap.
 * The right is a number of days to live; a suspension interrupts the count and pushes what is left by its own length, both ends counted.
 * A suspension that begins after the right is over moves nothing. Sources: R5132-1-2, R5132-1-3, R5132-1-8.
 * @example timeline(law, { first: day('2026-01-01') }, []) // [{ first: 2026-01-01, last: 2027-12-31, state: 'valid', reason: 'issued' }]
 */
export function timeline(law: Law, pass: Pass, acts: readonly PassAct[]): Segment[] {
  let cursor = firstDay(pass, acts)
  const waiting = suspensionsInOrder(law, acts).filter((each) => each.first >= cursor)
  const segments: Segment[] = []
  for (const { days, ...kind } of rights(law, cursor, acts)) {
    let left = days
    while (left > 0) {
      const next = waiting[0]
      const reached = next !== undefined && next.first < cursor + left
      const run = reached ? next.first - cursor : left
      if (run > 0) segments.push({ first: cursor, last: addDays(cursor, run - 1), ...kind })
      left -= run
      cursor = addDays(cursor, run)
      if (!reached) continue
      segments.push({ first: next.first, last: next.last, state: 'suspended', reason: next.reason })
      cursor = addDays(next.last, 1)
      waiting.shift()
    }
  }
  return closed(segments, acts)
}
