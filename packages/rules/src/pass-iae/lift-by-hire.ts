import { addDays, type CalendarDate, includes, type Law } from '@maillage/kernel'
import { liftableReasons } from '../parameters/pass-suspension.ts'
import type { Suspension } from './acts.ts'
import { daysOfSuspension } from './suspended-days.ts'

/** What a hire makes of a suspension: unchanged, ended the day before, or erased when both begin on the same day. */
export type Lifted =
  | { readonly effect: 'none' }
  | { readonly effect: 'ended'; readonly suspension: Suspension }
  | { readonly effect: 'deleted' }

/**
 * A new hire in any SIAE ends the suspension the day before. Reasons of the past are left as they are, as the State's service does;
 * R5132-1-3 ties the suspension to the absence of a contract and makes no difference between them.
 * @example liftByHire(law, suspension, day('2026-03-02')) // ended on 2026-03-01
 */
export function liftByHire(law: Law, suspension: Suspension, hiredOn: CalendarDate): Lifted {
  const liftable = law.on(hiredOn).find(liftableReasons)?.value ?? []
  if (!liftable.includes(suspension.reason) || !includes(daysOfSuspension(law, suspension), hiredOn)) return { effect: 'none' }
  if (suspension.first === hiredOn) return { effect: 'deleted' }
  return { effect: 'ended', suspension: { ...suspension, last: addDays(hiredOn, -1) } }
}
