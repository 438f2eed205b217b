import type { Slice } from '../../platform/http/slice.ts'
import { suspendPassPage } from '../pass-iae/index.ts'
import { suspendPass } from './commands/suspend-pass.ts'
import { judgeHoursAgain } from './judge-hours-again.ts'
import { messages } from './messages.fr.ts'
import { amendContractPage, endContractPage, renewContractPage, signContractPage } from './pages/change-contract-pages.tsx'
import { contractPage } from './pages/contract-page.tsx'
import { contractsCsv } from './pages/contracts-csv.ts'
import { contractsPage } from './pages/contracts-page.tsx'
import { endStaffPostPage } from './pages/end-staff-post-page.tsx'
import { lateMonthsPage } from './pages/late-months-page.tsx'
import { monthCsv } from './pages/month-csv.ts'
import { monthHistoryPage } from './pages/month-history-page.tsx'
import { monthPage } from './pages/month-page.tsx'
import { monthStatementPage } from './pages/month-statement-page.tsx'
import { monthsPage } from './pages/months-page.tsx'
import { reopenMonthPage, sendMonthPage, takeBackMonthPage } from './pages/move-month-pages.tsx'
import { nirPage } from './pages/nir-page.tsx'
import { nirsPage } from './pages/nirs-page.tsx'
import { staffPage } from './pages/staff-page.tsx'
import { validateMonthPage } from './pages/validate-month-page.tsx'
import { mayReadContracts, mayReadMonths } from './policy.ts'
import { settleRepresentative } from './settle-representative.ts'
import { warnOtherEmployers } from './warn-other-employers.ts'

export { amendContract } from './commands/amend-contract.ts'
export { cancelContract } from './commands/cancel-contract.ts'
export { correctHours } from './commands/correct-hours.ts'
export { endContract } from './commands/end-contract.ts'
export { endStay } from './commands/end-stay.ts'
export { moveContract } from './commands/move-contract.ts'
export { contractFields, recordContract } from './commands/record-contract.ts'
export { renewContract } from './commands/renew-contract.ts'
export { reopenStay } from './commands/reopen-stay.ts'
export { typeHours } from './commands/type-hours.ts'
export type { TypedHours } from './hours-changes.ts'
export { CONTRACT_LABELS } from './messages.fr.ts'
export { type ContractType, type SiaeStay, USUAL_TYPES } from './model.ts'
export { FIGURES, type HoursFigures, sameFigures } from './model-months.ts'
export { lateMonthsInWords } from './pages/late-months-page.tsx'
export { monthHref } from './pages/month-address.ts'
export { NIRS_HREF } from './pages/nir-address.ts'
export { termMissing } from './pages/term-missing.ts'
export {
  mayEmploy,
  mayKeepNirs,
  mayReadContracts,
  mayReadMonths,
  mayTypeHours,
  mayValidateMonths,
  readsTotalsFromOutside,
} from './policy.ts'
export { type Employer, employer } from './queries/employer.ts'
export { hoursWritten, type WrittenHours } from './queries/hours-written.ts'
export { isRenewed } from './queries/is-renewed.ts'
export { type LateStructure, lateStructures } from './queries/late-structures.ts'
export { type MonthState, monthSheetsOf } from './queries/month-sheets-of.ts'
export { monthTeam, type TeamMember } from './queries/month-team.ts'
export { type MonthTotal, monthTotals } from './queries/month-totals.ts'
export { type MonthsWaiting, monthsWaiting } from './queries/months-waiting.ts'
export { type NirLine, nirRegister } from './queries/nir-register.ts'
export { type StaffPost, staffOf } from './queries/staff-of.ts'
export { type StandingContract, type StandingStay, standingStays } from './queries/standing-stays.ts'
export { findContract, insertStay } from './store.ts'
export { type ContractEnd, contractEnds, findStay } from './store-stays.ts'

/** Stays and contracts: the hinge on which hours, exits and money turn. */
export const employment: Slice = {
  name: 'employment',
  // The screen is the right's; the command is ours, because it looks at the stays.
  pages: [
    suspendPassPage(suspendPass),
    contractsPage,
    contractsCsv,
    contractPage,
    renewContractPage,
    amendContractPage,
    endContractPage,
    signContractPage,
    nirsPage,
    nirPage,
    staffPage,
    endStaffPostPage,
    monthsPage,
    lateMonthsPage,
    monthPage,
    validateMonthPage,
    sendMonthPage,
    takeBackMonthPage,
    reopenMonthPage,
    monthStatementPage,
    monthHistoryPage,
    monthCsv,
  ],
  subscriptions: [settleRepresentative, warnOtherEmployers, ...judgeHoursAgain],
  messages,
  constraints: {
    siae_stay_once_at_a_time: 'employment/stay-overlaps',
    nir_of_one_person: 'employment/nir-of-another',
    contract_version_period_ordered: 'employment/ends-before-it-begins',
  },
  navigation: (actor) => [
    ...(actor && mayReadContracts(actor) ? [{ label: 'Contrats', href: '/contrats' }] : []),
    ...(actor && mayReadMonths(actor) ? [{ label: 'Heures', href: '/heures' }] : []),
  ],
}
