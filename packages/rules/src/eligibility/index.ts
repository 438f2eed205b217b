export { type AgeRange, ageOn, type BirthDate, hasReachedAge } from './age-on.ts'
export { CRITERIA, type Criterion, criterionLabel, criterionLevel } from './criteria.ts'
export { CRITERION_CODES, type CriterionCode } from './criterion-code.ts'
export { type CriterionFacts, type CriterionFinding, type Evidence, findCriterion, type TickedCriterion } from './criterion-finding.ts'
export { diagnosisInForce } from './diagnosis-in-force.ts'
export { type Diagnosis, diagnosisExpiresOn, isDiagnosisValid } from './diagnosis-validity.ts'
export {
  type DiagnosisAuthor,
  type EligibilityCarrier,
  type EligibilityRequest,
  type EligibilityVerdict,
  judgeEligibility,
} from './judge-eligibility.ts'
export { type AuthorisedBy, betraysThePerson, PRESCRIBERS, type PrescriberKind } from './prescriber-kind.ts'
export { type Prescriber, prescriberStanding } from './prescriber-standing.ts'
export type { EligibilityMissing, EligibilityRefusal, EligibilityRefusals } from './refusals.ts'
export { hasBeenRegistered, type Registration } from './registered-days.ts'
export { type DiagnosisSeenFromOutside, seenFromOutside } from './seen-from-outside.ts'
export type { EligibilitySteps } from './steps.ts'
export { eligibilityMissingSentence, eligibilityRefusalSentence, eligibilityStepSentence, outsideSentence } from './wording.fr.ts'
