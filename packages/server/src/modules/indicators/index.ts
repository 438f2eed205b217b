import type { Slice } from '../../platform/http/slice.ts'
import { markRecent } from './jobs/mark-recent.ts'
import { recompute } from './jobs/recompute.ts'
import { markDirty, markPerimeter } from './mark-dirty.ts'
import { cataloguePage } from './pages/catalogue-page.tsx'

export { CATALOGUE, cardOf } from './cards/catalogue.ts'
export { factWords } from './fact-words.ts'
export { measured } from './measured.ts'
export { exclusionLabels, hiddenLabels, stateLabels } from './messages.fr.ts'
export type { ExclusionReason, Figure, FigureState, IndicatorCard, IndicatorCode, Measured } from './model.ts'
export { MILLION } from './model.ts'
export { figuresBeside } from './queries/figures-beside.ts'
export { figuresOf } from './queries/figures-of.ts'
export { FEW } from './rollups/publish.ts'

/** Indicateurs: what each figure means, and its computation from the facts. */
export const indicators: Slice = {
  name: 'indicators',
  pages: [cataloguePage],
  jobs: [recompute, markRecent],
  subscriptions: [...markDirty, markPerimeter],
}
