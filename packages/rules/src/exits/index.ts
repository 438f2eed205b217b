export type { ExitClass } from '../parameters/exit-rules.ts'
export type { ExitAnomalies, ExitAnomaly } from './anomaly-codes.ts'
export { classifyExit, type Exit, type ExitFinding, type ExitMissing } from './classify-exit.ts'
export { type EndsOfAStay, endsOfAStay, exitAnomalies } from './exit-anomalies.ts'
export { EXIT_FRAMES, type ExitFrame, exitSeenBy, type FrameReadings } from './exit-frames.ts'
export { type ExitRate, type ExitRates, exitRates, type RateAudience } from './exit-rates.ts'
export { EXIT_REASONS, type ExitReason, paymentCodeOfExit, sensitivityOfExit } from './exit-reason.ts'
export type { ExitSteps, NotCounted } from './steps.ts'
export {
  exitAnomalySentence,
  exitClassLabels,
  exitFrameLabels,
  exitMissingSentence,
  exitReasonLabels,
  exitStepSentence,
  notCountedLabels,
} from './wording.fr.ts'
