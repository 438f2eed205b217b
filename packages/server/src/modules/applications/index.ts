import type { Slice } from '../../platform/http/slice.ts'
import { watchQuietApplications } from './jobs/watch-quiet-applications.ts'
import { messages } from './messages.fr.ts'
import { addApplicationPage } from './pages/add-application-page.tsx'
import { poolPage, postponePage, refusePage } from './pages/answer-pages.tsx'
import { orientPage } from './pages/orient-page.tsx'
import { receivedApplicationPage } from './pages/received-application-page.tsx'
import { receivedExport } from './pages/received-export.ts'
import { receivedPage } from './pages/received-page.tsx'
import { sentApplicationPage } from './pages/sent-application-page.tsx'
import { sentPage } from './pages/sent-page.tsx'
import { transferPage } from './pages/transfer-page.tsx'
import { mayOrient, mayReceive } from './policy.ts'

export { acceptApplication } from './commands/accept-application.ts'
export { cancelAcceptance } from './commands/cancel-acceptance.ts'
export { makeOthersObsolete } from './make-others-obsolete.ts'
export { type Application, isLate } from './model.ts'
export { StateTag } from './pages/state-tag.tsx'
export { mayAnswer, mayOrient, mayReceive } from './policy.ts'
export { type ApplicationCard, applicationCard } from './queries/application-card.ts'
export { mySiaes } from './queries/my-siaes.ts'
export { unitFor } from './queries/unit-for.ts'
export { findApplication } from './store.ts'

/** Somebody proposes a person to a structure, the structure answers. */
export const applications: Slice = {
  name: 'applications',
  pages: [
    orientPage,
    sentPage,
    sentApplicationPage,
    receivedPage,
    receivedExport,
    addApplicationPage,
    receivedApplicationPage,
    refusePage,
    postponePage,
    poolPage,
    transferPage,
  ],
  jobs: [watchQuietApplications],
  messages,
  navigation: (actor) => [
    ...(actor && mayOrient(actor)
      ? [
          { label: 'Mes orientations', href: '/mes-orientations', secondary: true },
          { label: 'Orienter', href: '/orienter' },
        ]
      : []),
    ...(actor && mayReceive(actor) ? [{ label: 'Candidatures', href: '/candidatures' }] : []),
  ],
}
