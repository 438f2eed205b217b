import type { Slice } from '../../platform/http/slice.ts'
import { messages } from './messages.fr.ts'
import { closePerimeterPage } from './pages/close-perimeter-page.tsx'
import { communesJson } from './pages/communes-json.ts'
import { drawPerimeterPage } from './pages/draw-perimeter-page.tsx'
import { territoriesPage } from './pages/territories-page.tsx'
import { territoryPage } from './pages/territory-page.tsx'

export { mayDraw } from './policy.ts'
export { communeLabel, findCommunes } from './queries/find-communes.ts'
export { legalTimeZone } from './queries/legal-time-zone.ts'
export { type GroupOnDay, territoriesOn } from './queries/territories-on.ts'
export { territoryExists } from './queries/territory-exists.ts'

/** Where things are. */
export const territories: Slice = {
  name: 'territories',
  pages: [communesJson, territoriesPage, drawPerimeterPage, territoryPage, closePerimeterPage],
  messages,
  constraints: { territory_drawn_name_once: 'territories/name-taken' },
  navigation: () => [{ label: 'Territoires', href: '/territoires', secondary: true }],
}
