import type { Slice } from '../../platform/http/slice.ts'
import { mayKeepFiles } from '../people/index.ts'
import { pruneSpaces } from './jobs/prune-spaces.ts'
import { messages } from './messages.fr.ts'
import { answerPersonPage } from './pages/answer-person-page.tsx'
import { enterSpacePage } from './pages/enter-space-page.tsx'
import { giveSpacePage, revokeSpacePage } from './pages/give-space-page.tsx'
import { leaveSpacePage } from './pages/leave-space-page.ts'
import { notesToGivePage } from './pages/notes-to-give-page.tsx'
import { ownAccessPage } from './pages/own-access-page.tsx'
import { ownApplicationsPage } from './pages/own-applications-page.tsx'
import { ownAppointmentsPage } from './pages/own-appointments-page.tsx'
import { ownBookletPage } from './pages/own-booklet-page.tsx'
import { ownContactPage } from './pages/own-contact-page.tsx'
import { ownDataFile, ownDataPage } from './pages/own-data-page.tsx'
import { ownDocumentsPage, ownPassPdf } from './pages/own-documents-page.tsx'
import { ownGoalsPage } from './pages/own-goals-page.tsx'
import { ownHomePage } from './pages/own-home-page.tsx'
import { ownHoursPage, ownHoursPdf } from './pages/own-hours-page.tsx'
import { ownNotesPage } from './pages/own-notes-page.tsx'
import { ownRequestsPage } from './pages/own-requests-page.tsx'
import { ownRightPage } from './pages/own-right-page.tsx'
import { ownSharingPage } from './pages/own-sharing-page.tsx'
import { ownWorkPage } from './pages/own-work-page.tsx'
import { personRequestsPage } from './pages/person-requests-page.tsx'
import { secretPage } from './pages/secret-page.tsx'

/** Vos droits: what a person reads of themselves, and decides. */
export const privacy: Slice = {
  name: 'privacy',
  pages: [
    giveSpacePage,
    revokeSpacePage,
    enterSpacePage,
    leaveSpacePage,
    secretPage,
    ownHomePage,
    ownRightPage,
    ownAppointmentsPage,
    ownGoalsPage,
    ownDocumentsPage,
    ownPassPdf,
    ownHoursPage,
    ownHoursPdf,
    ownBookletPage,
    ownApplicationsPage,
    ownWorkPage,
    ownAccessPage,
    ownSharingPage,
    ownContactPage,
    ownRequestsPage,
    ownNotesPage,
    ownDataPage,
    ownDataFile,
    personRequestsPage,
    answerPersonPage,
    notesToGivePage,
  ],
  jobs: [pruneSpaces],
  messages,
  constraints: { opposition_one_standing: 'privacy/already-opposed', access_request_one_waiting: 'privacy/already-asked' },
  navigation: (actor) =>
    actor?.hat && mayKeepFiles(actor) ? [{ label: 'Demandes des personnes', href: '/demandes-des-personnes', secondary: true }] : [],
  ownNavigation: [
    { label: 'Accueil', href: '/mon-espace' },
    { label: 'Mon droit', href: '/mon-espace/droit' },
    { label: 'Objectifs', href: '/mon-espace/objectifs' },
    { label: 'Candidatures', href: '/mon-espace/candidatures' },
    { label: 'Travail', href: '/mon-espace/travail' },
    { label: 'Documents', href: '/mon-espace/documents' },
    { label: 'Qui voit', href: '/mon-espace/acces' },
  ],
}
