import type { Slice } from '../../platform/http/slice.ts'
import { messages } from './messages.fr.ts'
import { addClientPage } from './pages/add-client-page.tsx'
import { assignPage } from './pages/assign-page.tsx'
import { availabilityPage } from './pages/availability-page.tsx'
import { changeClientPage } from './pages/change-client-page.tsx'
import { cancelMissionPage, missionEndPage, missionPapersPage } from './pages/change-mission-pages.tsx'
import { changeRequestPage } from './pages/change-request-page.tsx'
import { clientPage } from './pages/client-page.tsx'
import { clientsCsv } from './pages/clients-csv.ts'
import { clientsPage } from './pages/clients-page.tsx'
import { countersPage } from './pages/counters-page.tsx'
import { freePeoplePage } from './pages/free-people-page.tsx'
import { missionPage } from './pages/mission-page.tsx'
import { missionsCsv } from './pages/missions-csv.ts'
import { missionsPage } from './pages/missions-page.tsx'
import { monthOfMissionsPage } from './pages/month-of-missions-page.tsx'
import { personCounterPage } from './pages/person-counter-page.tsx'
import { recordRequestPage } from './pages/record-request-page.tsx'
import { requestPage } from './pages/request-page.tsx'
import { requestsCsv } from './pages/requests-csv.ts'
import { requestsPage } from './pages/requests-page.tsx'
import { statementPage, validateStatementPage } from './pages/statement-page.tsx'
import { statementPrintPage } from './pages/statement-print-page.tsx'
import { statementsPage } from './pages/statements-page.tsx'
import { coordinates } from './policy.ts'

export { coordinates, mayPlace } from './policy.ts'

/** Missions: who asks for work, who goes there, what was done. */
export const assignments: Slice = {
  name: 'assignments',
  pages: [
    missionsPage,
    missionsCsv,
    countersPage,
    missionPage,
    missionEndPage,
    missionPapersPage,
    cancelMissionPage,
    statementPage,
    validateStatementPage,
    statementPrintPage,
    statementsPage,
    monthOfMissionsPage,
    requestsPage,
    requestsCsv,
    recordRequestPage,
    requestPage,
    changeRequestPage,
    freePeoplePage,
    assignPage,
    availabilityPage,
    personCounterPage,
    clientsPage,
    clientsCsv,
    addClientPage,
    clientPage,
    changeClientPage,
  ],
  messages,
  constraints: {
    host_client_siret_once: 'assignments/siret-known',
    host_client_siret_of_a_body: 'assignments/siret-of-a-household',
    staffing_request_period_ordered: 'assignments/ends-before-it-begins',
    assignment_period_ordered: 'assignments/ends-before-it-begins',
    placement_waiver_period_ordered: 'assignments/ends-before-it-begins',
    time_statement_once: 'platform/stale',
  },
  navigation: (actor) =>
    actor && coordinates(actor)
      ? [
          { label: 'Missions', href: '/missions' },
          { label: 'Demandes', href: '/demandes' },
          { label: 'Relevés', href: '/releves' },
          { label: 'Clients', href: '/clients', secondary: true },
        ]
      : [],
}
