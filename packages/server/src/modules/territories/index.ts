import type { Slice } from '../../platform/http/slice.ts'
import { communesJson } from './pages/communes-json.ts'

export { communeLabel, findCommunes } from './queries/find-communes.ts'
export { territoryExists } from './queries/territory-exists.ts'

/** Where things are. */
export const territories: Slice = { name: 'territories', pages: [communesJson] }
