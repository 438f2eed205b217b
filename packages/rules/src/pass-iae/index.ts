export type { Closure, HeldPass, Pass, PassAct, Prolongation, StartMoved, Suspension } from './acts.ts'
export { diagnosisAnomalies, hireAnomalies, passAnomalies } from './anomalies.ts'
export { closableFrom } from './closable-from.ts'
export { type ClosureRequest, judgeClosure } from './judge-closure.ts'
export { type IssueGrant, type IssueRequest, judgeIssue } from './judge-issue.ts'
export { judgeProlongation, type ProlongationGrant, type ProlongationRequest, type ProlongationVerdict } from './judge-prolongation.ts'
export { judgeSuspension, type SuspensionGrant, type SuspensionRequest } from './judge-suspension.ts'
export { lastDay, lastDayByTool } from './last-day.ts'
export { firstDay, type Segment, timeline } from './life.ts'
export { type Lifted, liftByHire } from './lift-by-hire.ts'
export { moveHireDate } from './move-hire-date.ts'
export { demonstrationPassNumber, issuerOf, type PassNumber, parsePassNumber, shownPassNumber } from './pass-number.ts'
export { judgePrescriberRefusal, type PrescriberRefusal } from './prescriber-refusal.ts'
export { PROLONGATION_REASONS, type ProlongationReason, sensitivityOfProlongation } from './prolongation-reason.ts'
export { type ProlongationWindow, prolongationWindow } from './prolongation-window.ts'
export type { PassAnomalies, PassAnomaly, PassMissing, PassRefusal, PassRefusals, ToolObjection, ToolObjections } from './refusals.ts'
export { type PassState, remainingDays, stateOn } from './state-on.ts'
export type { PassSteps } from './steps.ts'
export { daysOfSuspension, longestSuspension } from './suspended-days.ts'
export { SUSPENSION_REASONS, type SuspensionReason, sensitivityOfSuspension } from './suspension-reason.ts'
export { isWaiting, waitingPeriod } from './waiting-period.ts'
export {
  passAnomalySentence,
  passMissingSentence,
  passRefusalSentence,
  passStateLabels,
  passStepSentence,
  prolongationReasonLabels,
  suspensionReasonLabels,
  toolObjectionSentence,
} from './wording.fr.ts'
