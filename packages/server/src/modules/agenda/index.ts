import type { Slice } from '../../platform/http/slice.ts'
import { anomaliesPage } from './pages/anomalies-page.tsx'
import { homePage } from './pages/home-page.tsx'

/** What waits for me. */
export const agenda: Slice = { name: 'agenda', pages: [homePage, anomaliesPage] }
