import { type CalendarDate, includes, type Law } from '@maillage/kernel'
import type { Pass, PassAct } from './acts.ts'
import { timeline } from './life.ts'

export type PassState = 'future' | 'valid' | 'suspended' | 'expired'

/** The state of a right on a day; days of a prolongation are `valid`. @example stateOn(law, pass, acts, today) */
export function stateOn(law: Law, pass: Pass, acts: readonly PassAct[], on: CalendarDate): PassState {
  const segments = timeline(law, pass, acts)
  const first = segments[0]
  if (first && on < first.first) return 'future'
  const found = segments.find((each) => includes(each, on))
  if (!found) return 'expired'
  return found.state === 'suspended' ? 'suspended' : 'valid'
}

/** Days of the right still to live from a day on, that day counted, suspended days left out. @example remainingDays(law, pass, [], pass.first) // 730 */
export function remainingDays(law: Law, pass: Pass, acts: readonly PassAct[], on: CalendarDate): number {
  let days = 0
  for (const { first, last, state } of timeline(law, pass, acts)) {
    if (state === 'suspended' || last < on) continue
    days += last - (first > on ? first : on) + 1
  }
  return days
}
