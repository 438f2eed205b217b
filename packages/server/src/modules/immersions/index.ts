import type { Slice } from '../../platform/http/slice.ts'
import { mayReadContracts } from '../employment/index.ts'
import { messages } from './messages.fr.ts'
import { cancelImmersionPage } from './pages/cancel-immersion-page.tsx'
import { concludeImmersionPage } from './pages/conclude-immersion-page.tsx'
import { immersionAgreementPage, immersionAgreementPdf } from './pages/immersion-agreement-page.tsx'
import { immersionPage } from './pages/immersion-page.tsx'
import { immersionsCsv } from './pages/immersions-csv.ts'
import { immersionsPage } from './pages/immersions-page.tsx'
import { recordImmersionPage } from './pages/record-immersion-page.tsx'

/** Immersions: some days in another place of work, during a stay (PMSMP). */
export const immersions: Slice = {
  name: 'immersions',
  pages: [
    immersionsPage,
    immersionsCsv,
    immersionPage,
    recordImmersionPage,
    concludeImmersionPage,
    cancelImmersionPage,
    immersionAgreementPage,
    immersionAgreementPdf,
  ],
  navigation: (actor) => (actor && mayReadContracts(actor) ? [{ label: 'Immersions', href: '/immersions', secondary: true }] : []),
  messages,
}
