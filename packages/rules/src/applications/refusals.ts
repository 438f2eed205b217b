import { refusalsOf } from '../reasons.ts'
import type { ApplicationState } from './application-state.ts'
import type { ApplicationRefusalReason } from './refusal-reason.ts'
import type { ApplicationActor, TransitionName } from './transitions.ts'

/** Every reason to refuse an act on an application, with what its sentence quotes. */
export type ApplicationRefusals = {
  'applications/not-from-this-state': { transition: TransitionName; state: ApplicationState }
  'applications/not-by-this-actor': { transition: TransitionName; actor: ApplicationActor }
  'applications/geiq-only': { transition: TransitionName }
  'applications/not-a-member-of-both': Record<never, never>
  'applications/reason-missing': Record<never, never>
  'applications/reason-not-offered': { reason: ApplicationRefusalReason }
  'applications/answer-missing': Record<never, never>
  'applications/not-due-yet': { days: number }
  'applications/already-sent': { hours: number }
}

export type ApplicationRefusal = keyof ApplicationRefusals

export const refusal = refusalsOf<ApplicationRefusals>()
