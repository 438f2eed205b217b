import { type CalendarDate, decide, type Law, type Outcome, type Refusal } from '@maillage/kernel'
import { answerRequiredToPostpone, automaticRefusalDays } from '../parameters/application-times.ts'
import type { ApplicationState } from './application-state.ts'
import { type ApplicationRefusalReason, isOffered } from './refusal-reason.ts'
import { type ApplicationRefusal, refusal } from './refusals.ts'
import { isDueForAutomaticRefusal } from './time-limits.ts'
import { type ApplicationActor, type ApplicationEffect, type TransitionName, transitionNamed } from './transitions.ts'

export interface TransitionRequest {
  readonly transition: TransitionName
  readonly state: ApplicationState
  readonly actor: ApplicationActor
  readonly receiver: 'siae' | 'geiq'
  readonly on: CalendarDate
  /** Last day something happened to the application: the clock needs it. */
  readonly lastMovedOn: CalendarDate
  readonly reason?: ApplicationRefusalReason
  readonly answer?: string
  readonly memberOfDestination?: boolean
}

export interface TransitionGrant {
  readonly to: ApplicationState
  readonly effects: readonly ApplicationEffect[]
}

function aboutReason(law: Law, { actor, receiver, reason, ...quiet }: TransitionRequest): Refusal<ApplicationRefusal>[] {
  if (actor === 'clock') {
    const days = law.on(quiet.on).find(automaticRefusalDays)
    return isDueForAutomaticRefusal(law, quiet, quiet.on)
      ? []
      : [refusal('applications/not-due-yet', { days: days?.value ?? 0 }, days?.source)]
  }
  if (reason === undefined) return [refusal('applications/reason-missing', {})]
  return isOffered(reason, receiver) ? [] : [refusal('applications/reason-not-offered', { reason })]
}

/**
 * Whether an application may pass from its state to another, and what the passage brings.
 *
 * Refuses: `not-from-this-state`, `not-by-this-actor`, `geiq-only`, `not-a-member-of-both`, `reason-missing`, `reason-not-offered`,
 * `answer-missing` (to postpone, since August 2026), `not-due-yet` (the clock before 60 days). Source: public code of les emplois de l'inclusion.
 * @example judgeTransition(law, { transition: 'refuse', state: 'new', actor: 'receiver', receiver: 'siae', on, lastMovedOn, reason: 'no-recruitment' })
 */
export function judgeTransition(law: Law, request: TransitionRequest): Outcome<TransitionGrant, ApplicationRefusal> {
  const { transition, state, actor, receiver, on, answer = '', memberOfDestination = false } = request
  const { from, to, by, effects, geiqOnly, memberOfBoth, needsReason } = transitionNamed(transition)
  const found: Refusal<ApplicationRefusal>[] = []
  if (!from.includes(state)) found.push(refusal('applications/not-from-this-state', { transition, state }))
  if (!by.includes(actor)) found.push(refusal('applications/not-by-this-actor', { transition, actor }))
  if (geiqOnly && receiver !== 'geiq') found.push(refusal('applications/geiq-only', { transition }))
  if (memberOfBoth && actor === 'receiver' && !memberOfDestination) found.push(refusal('applications/not-a-member-of-both', {}))
  if (needsReason) found.push(...aboutReason(law, request))
  const mustAnswer = transition === 'postpone' ? law.on(on).find(answerRequiredToPostpone) : undefined
  if (mustAnswer?.value && answer.trim() === '') found.push(refusal('applications/answer-missing', {}, mustAnswer.source))
  return decide(found, () => ({ to, effects }))
}
