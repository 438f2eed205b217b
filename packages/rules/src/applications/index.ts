export { promisedAnswerDays } from '../parameters/application-times.ts'
export { APPLICATION_STATES, type ApplicationState } from './application-state.ts'
export { judgeReapplication } from './judge-reapplication.ts'
export { judgeTransition, type TransitionGrant, type TransitionRequest } from './judge-transition.ts'
export { type ApplicationRefusalReason, isOffered, OFFERED_REASONS } from './refusal-reason.ts'
export type { ApplicationRefusal, ApplicationRefusals } from './refusals.ts'
export { isDueForArchive, isDueForAutomaticRefusal, promisedAnswerOn, type QuietApplication } from './time-limits.ts'
export {
  type ApplicationActor,
  type ApplicationEffect,
  TRANSITIONS,
  type Transition,
  type TransitionName,
  transitionNamed,
} from './transitions.ts'
export { applicationRefusalSentence, applicationStateLabels, effectLabels, refusalReasonLabels, transitionLabels } from './wording.fr.ts'
