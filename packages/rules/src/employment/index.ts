export { type CompanyHours, companyHours, companyPlacementAnomalies, type Placement, type PlacementClient } from './company-placement.ts'
export { alwaysEnds, CONTRACT_TYPES, type Contract, type ContractType, type WeeklyHours, weeklyAgainst } from './contract.ts'
export { type ContractFacts, contractAnomalies } from './contract-anomalies.ts'
export { cumulatedHoursAnomalies } from './cumulated-hours.ts'
export { type HoursOfMonth, hoursThatCount } from './hours-that-count.ts'
export { type Immersion, immersionAnomalies } from './immersion-anomalies.ts'
export { inclusionPostsAnomalies } from './inclusion-posts.ts'
export { type DayHours, type MonthHours, monthAnomalies, readMonthHours } from './month-hours.ts'
export { monthMaximumAnomalies } from './month-maximum.ts'
export {
  judgeSheetTransition,
  SEEN_OUTSIDE,
  SHEET_STATES,
  SHEET_TRANSITIONS,
  type SheetActor,
  type SheetState,
  type SheetTransition,
  type SheetTransitionName,
  sheetDueOn,
} from './month-sheet.ts'
export { proposedHours } from './proposed-hours.ts'
export type { EmploymentAnomalies, EmploymentAnomaly, EmploymentRefusal, EmploymentRefusals } from './reason-codes.ts'
export { type ContractWarning, type HeldContract, severalEmployersWarnings } from './several-employers.ts'
export {
  contractTypeLabels,
  employmentAnomalySentence,
  employmentRefusalSentence,
  immersionObjectLabels,
  placementClientLabels,
  sheetStateLabels,
  sheetTransitionLabels,
} from './wording.fr.ts'
