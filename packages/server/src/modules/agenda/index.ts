import type { Slice } from '../../platform/http/slice.ts'
import { anomaliesPage } from './pages/anomalies-page.tsx'
import { homePage } from './pages/home-page.tsx'
import { mayReadAnomalies } from './policy.ts'

/** What waits for me. */
export const agenda: Slice = {
  name: 'agenda',
  pages: [homePage, anomaliesPage],
  navigation: (actor) => (actor && mayReadAnomalies(actor) ? [{ label: 'Anomalies', href: '/anomalies', secondary: true }] : []),
}
