import type { Slice } from '../../platform/http/slice.ts'
import { closeOtherApplications } from './close-other-applications.ts'
import { messages } from './messages.fr.ts'
import { openAuthorityCase } from './open-authority-case.ts'
import { openWorkToTeam } from './open-work-to-team.ts'
import { cancelHirePage } from './pages/cancel-hire-page.tsx'
import { declareHirePage, hireOfApplicationPage } from './pages/declare-hire-page.tsx'
import { findUnauthorisedPage } from './pages/find-unauthorised-page.tsx'
import { hirePage } from './pages/hire-page.tsx'
import { hiresCsv } from './pages/hires-csv.ts'
import { hiresPage } from './pages/hires-page.tsx'
import { moveHirePage } from './pages/move-hire-page.tsx'
import { maySeeHires } from './policy.ts'

export { cancelHire } from './commands/cancel-hire.ts'
export { declareHire } from './commands/declare-hire.ts'
export { moveHireDate } from './commands/move-hire-date.ts'
export { recordEntry } from './commands/record-entry.ts'
export type { Hire } from './model.ts'
export { personPage, type StayEnds } from './pages/person-page.tsx'
export { mayHire, maySeeHires } from './policy.ts'

/** The act that joins an application, an eligibility, a right, a stay and its contract. */
export const hiring: Slice = {
  name: 'hiring',
  pages: [declareHirePage, hireOfApplicationPage, hiresPage, hiresCsv, hirePage, cancelHirePage, moveHirePage, findUnauthorisedPage],
  subscriptions: [closeOtherApplications, openAuthorityCase, openWorkToTeam],
  messages,
  navigation: (actor) => (actor && maySeeHires(actor) ? [{ label: 'Embauches', href: '/embauches' }] : []),
  constraints: { hire_once_per_application: 'hiring/already-hired', prescriber_finding_once: 'hiring/found-already' },
}
