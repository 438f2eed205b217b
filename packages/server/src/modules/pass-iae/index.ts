import type { Slice } from '../../platform/http/slice.ts'
import { checkLastDays } from './jobs/check-last-days.ts'
import { messages } from './messages.fr.ts'
import { passCertificatePage, passCertificatePdf } from './pages/certificate-page.tsx'
import { closePassPage } from './pages/close-pass-page.tsx'
import { decideProlongationPage, withdrawProlongationPage } from './pages/decide-prolongation-page.tsx'
import { endSuspensionPage } from './pages/end-suspension-page.tsx'
import { passNumberPage } from './pages/number-page.tsx'
import { passPage } from './pages/pass-page.tsx'
import { prolongPassPage } from './pages/prolong-pass-page.tsx'
import { prolongationsPage } from './pages/prolongations-page.tsx'
import { mayReadRequests } from './policy.ts'
import { tellSuspendingTeam } from './tell-suspending-team.ts'

export { cancelPass } from './commands/cancel-pass.ts'
export { type IssuedPass, issueOrReusePass } from './commands/issue-pass.ts'
export { moveStart, type StartAfterMove } from './commands/move-start.ts'
export { type RecordedSuspensionOfPass, recordSuspension } from './commands/suspend-pass.ts'
export { PassPanel } from './components/pass-panel.tsx'
export { issuerWords, lifeOf, numberOf, WHO_SHORTENS_WAITING, whyOf } from './components/pass-words.ts'
export { CERTIFICATE, certificateContent } from './documents/certificate-content.ts'
export { suspendPassPage } from './pages/suspend-pass-page.tsx'
export { mayReadRequests } from './policy.ts'
export { heldPasses, heldPassesOf, type PassHeld } from './queries/held-passes.ts'
export { type PassSummary, passSummary } from './queries/pass-summary.ts'
export { personOfPass } from './queries/person-of-pass.ts'
export { type SuspensionForm, suspensionSchema } from './suspension-form.ts'

/** The right of the person: its days, what moved them, who decided. */
export const passIae: Slice = {
  name: 'pass-iae',
  pages: [
    passPage,
    endSuspensionPage,
    prolongPassPage,
    closePassPage,
    passNumberPage,
    passCertificatePage,
    passCertificatePdf,
    prolongationsPage,
    decideProlongationPage,
    withdrawProlongationPage,
  ],
  jobs: [checkLastDays],
  subscriptions: [tellSuspendingTeam],
  messages,
  constraints: {
    pass_one_right_at_a_time: 'pass-iae/right-meanwhile',
    suspension_never_twice: 'pass-iae/suspension-meanwhile',
    prolongation_never_twice: 'pass-iae/prolongation-meanwhile',
    prolongation_request_one_waiting: 'pass-iae/prolongation-already-asked',
    pass_closure_once: 'pass-iae/already-closed',
    pass_number_once: 'pass-iae/number-taken',
  },
  navigation: (actor) => (actor?.hat && mayReadRequests(actor) ? [{ label: 'Prolongations', href: '/prolongations' }] : []),
}
