import type { Slice } from '../../platform/http/slice.ts'
import { figuresCsv } from './pages/figures-csv.ts'
import { figuresXlsx } from './pages/figures-xlsx.ts'
import { observatoryPage } from './pages/observatory-page.tsx'
import { structurePage } from './pages/structure-page.tsx'
import { territoryPage } from './pages/territory-page.tsx'

/** Observatoire: the figures of a territory and of a structure, on screen. */
export { mayObserve } from './policy.ts'

export const observatory: Slice = {
  name: 'observatory',
  pages: [observatoryPage, figuresCsv, figuresXlsx, structurePage, territoryPage],
  navigation: (actor) => (actor?.hat ? [{ label: 'Observatoire', href: '/observatoire' }] : []),
}
