import type { Slice } from '../../platform/http/slice.ts'
import { closeOtherApplications } from './close-other-applications.ts'
import { messages } from './messages.fr.ts'
import { cancelHirePage } from './pages/cancel-hire-page.tsx'
import { declareHirePage, hireOfApplicationPage } from './pages/declare-hire-page.tsx'
import { hirePage } from './pages/hire-page.tsx'
import { moveHirePage } from './pages/move-hire-page.tsx'
import { personPage } from './pages/person-page.tsx'

export { cancelHire } from './commands/cancel-hire.ts'
export { declareHire } from './commands/declare-hire.ts'
export { moveHireDate } from './commands/move-hire-date.ts'
export type { Hire } from './model.ts'

/** The act that joins an application, an eligibility, a right, a stay and its contract. */
export const hiring: Slice = {
  name: 'hiring',
  pages: [declareHirePage, hireOfApplicationPage, hirePage, cancelHirePage, moveHirePage, personPage],
  subscriptions: [closeOtherApplications],
  messages,
  constraints: { hire_once_per_application: 'hiring/already-hired' },
}
