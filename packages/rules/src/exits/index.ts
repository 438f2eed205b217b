export { reentryMonths } from '../parameters/after-exit.ts'
export type { EsfResult } from '../parameters/exit-frames.ts'
export { employmentExitReadings, esfResults, plieExpectedRates, plieHorizons } from '../parameters/exit-frames.ts'
export type { ClassOfReason, ExitClass } from '../parameters/exit-rules.ts'
export { plieClasses } from '../parameters/exit-rules.ts'
export type { ExitAnomalies, ExitAnomaly } from './anomaly-codes.ts'
export { classifyExit, classOfReason, type Exit, type ExitFinding, type ExitMissing } from './classify-exit.ts'
export { type EmploymentExits, employmentExits } from './employment-exits.ts'
export { type EndsOfAStay, endsOfAStay, exitAnomalies } from './exit-anomalies.ts'
export { EXIT_FRAMES, type ExitFrame, exitSeenBy, type FrameReadings } from './exit-frames.ts'
export { type ExitRate, type ExitRates, exitRates, type RateAudience } from './exit-rates.ts'
export { EXIT_REASONS, type ExitReason, paymentCodeOfExit, type RecordedExitReason, sensitivityOfExit } from './exit-reason.ts'
export {
  ANSWER_SOURCES,
  type AnswerSource,
  type FollowedExit,
  type FollowUp,
  type FollowUpAnswer,
  type FollowUpState,
  type FollowUpStop,
  followUpsOf,
  linkLastDay,
  SITUATIONS,
  type Situation,
} from './follow-up.ts'
export { type FollowUpCounts, followUpCounts } from './follow-up-counts.ts'
export { countInFrame, type FrameCount } from './frame-counts.ts'
export { hoursOfStay, type MonthOfStay } from './hours-of-stay.ts'
export { PLIE_INDICATORS, type PlieFacts, type PlieIndicator, type PlieResult, plieResult } from './plie-indicators.ts'
export type { ExitSteps, NotCounted } from './steps.ts'
export {
  answerSourceLabels,
  exitAnomalySentence,
  exitClassLabels,
  exitFrameLabels,
  exitMissingSentence,
  exitReasonGroupLabels,
  exitReasonLabels,
  exitStepSentence,
  followUpStateLabels,
  followUpStopLabels,
  notCountedLabels,
  plieIndicatorDefinitions,
  plieIndicatorLabels,
  situationLabels,
} from './wording.fr.ts'
