import type { Slice } from '../../platform/http/slice.ts'
import { anomaliesPage } from './pages/anomalies-page.tsx'
import { homePage } from './pages/home-page.tsx'
import { MORNING_HREF } from './pages/morning-address.ts'
import { morningCsv } from './pages/morning-csv.ts'
import { morningPage } from './pages/morning-page.tsx'
import { mayReadAnomalies, mayReadMorning } from './policy.ts'

/** What waits for me. */
export const agenda: Slice = {
  name: 'agenda',
  pages: [homePage, morningPage, morningCsv, anomaliesPage],
  navigation: (actor) => [
    ...(actor && mayReadMorning(actor) ? [{ label: 'Ma matinée', href: MORNING_HREF }] : []),
    ...(actor && mayReadAnomalies(actor) ? [{ label: 'Anomalies', href: '/anomalies', secondary: true }] : []),
  ],
}
