export { aheadAnomalies, type CompanyHoursAhead, companyHoursAhead, type PlannedMission } from './company-hours-ahead.ts'
export { missionContractDueOn } from './mission-contract-due.ts'
export type { AssignmentAnomaly, AssignmentStep } from './steps.ts'
export { assignmentAnomalySentence, assignmentStepSentence } from './wording.fr.ts'
