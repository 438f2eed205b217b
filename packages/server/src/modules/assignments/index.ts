import type { Slice } from '../../platform/http/slice.ts'
import { messages } from './messages.fr.ts'
import { addClientPage } from './pages/add-client-page.tsx'
import { changeClientPage } from './pages/change-client-page.tsx'
import { changeRequestPage } from './pages/change-request-page.tsx'
import { clientPage } from './pages/client-page.tsx'
import { clientsCsv } from './pages/clients-csv.ts'
import { clientsPage } from './pages/clients-page.tsx'
import { recordRequestPage } from './pages/record-request-page.tsx'
import { requestPage } from './pages/request-page.tsx'
import { requestsCsv } from './pages/requests-csv.ts'
import { requestsPage } from './pages/requests-page.tsx'
import { coordinates } from './policy.ts'

/** Missions: who asks for work, who goes there, what was done. */
export const assignments: Slice = {
  name: 'assignments',
  pages: [
    clientsPage,
    clientsCsv,
    addClientPage,
    clientPage,
    changeClientPage,
    requestsPage,
    requestsCsv,
    recordRequestPage,
    requestPage,
    changeRequestPage,
  ],
  messages,
  constraints: {
    host_client_siret_once: 'assignments/siret-known',
    host_client_siret_of_a_body: 'assignments/siret-of-a-household',
    staffing_request_period_ordered: 'assignments/ends-before-it-begins',
  },
  navigation: (actor) =>
    actor && coordinates(actor)
      ? [
          { label: 'Demandes', href: '/demandes' },
          { label: 'Clients', href: '/clients' },
        ]
      : [],
}
