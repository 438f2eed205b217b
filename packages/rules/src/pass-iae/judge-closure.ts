import { addMonths, type CalendarDate, decide, type Law, type Outcome, type Refusal } from '@maillage/kernel'
import { closureAfterMonths } from '../parameters/pass-suspension.ts'
import type { Closure, HeldPass } from './acts.ts'
import { type Segment, timeline } from './life.ts'
import { type PassRefusal, refusal } from './refusals.ts'

export interface ClosureRequest extends HeldPass {
  /** Last day of the pathway. */
  readonly on: CalendarDate
  readonly by: 'siae' | 'authorised-prescriber' | 'other'
  /** The person's situation in employment and the actions of the pathway were examined. */
  readonly examined: boolean
  /** Day the person received the notification with a certain date; null: not yet. */
  readonly notifiedOn: CalendarDate | null
}

/** First day of the unbroken suspension that covers a day: suspensions that follow one another without a day between are one. */
export function suspendedSince(segments: readonly Segment[], on: CalendarDate): CalendarDate | undefined {
  let since: CalendarDate | undefined
  for (const { first, last, state } of segments.toReversed()) {
    if (since === undefined ? first <= on && on <= last && state === 'suspended' : state === 'suspended' && last + 1 === since)
      since = first
    else if (since !== undefined) break
  }
  return since
}

/**
 * Whether a pathway may be ended after twelve consecutive months of suspension. The waiting period then runs from the start of the suspension.
 * Refuses: `not-suspended-long-enough`, `closure-not-examined`, `closure-not-notified`, `declarant-not-entitled`. Source: R5132-1-3.
 * @example judgeClosure(law, { pass, acts, on, by: 'siae', examined: true, notifiedOn: on })
 */
export function judgeClosure(law: Law, request: ClosureRequest): Outcome<Closure, PassRefusal> {
  const { pass, acts, on, by, examined, notifiedOn } = request
  const months = law.on(on).get(closureAfterMonths)
  const source = law.on(on).find(closureAfterMonths)?.source
  const since = suspendedSince(timeline(law, pass, acts), on)
  const possibleFrom = since === undefined ? null : addMonths(since, months)
  const refusals: Refusal<PassRefusal>[] = []
  if (possibleFrom === null || on < possibleFrom)
    refusals.push(refusal('pass-iae/not-suspended-long-enough', { months, possibleFrom }, source))
  if (!examined) refusals.push(refusal('pass-iae/closure-not-examined', {}, source))
  if (notifiedOn === null) refusals.push(refusal('pass-iae/closure-not-notified', {}, source))
  if (by === 'other') refusals.push(refusal('pass-iae/declarant-not-entitled', { role: 'prescriber' }, source))
  return decide(refusals, () => ({ kind: 'closure', last: on, reason: 'after-long-suspension' }))
}
