import type { Slice } from '../../platform/http/slice.ts'
import { messages } from './messages.fr.ts'
import { actsPage } from './pages/acts-page.tsx'
import { barrierPage } from './pages/barrier-page.tsx'
import { cancelActPage } from './pages/cancel-act-page.tsx'
import { noteBarrierPage } from './pages/note-barrier-page.tsx'
import { planPage } from './pages/plan-page.tsx'
import { recordActPage } from './pages/record-act-page.tsx'
import { noteStrengthPage, withdrawStrengthPage } from './pages/strength-pages.tsx'

export { followUp } from './components/follow-up.tsx'

/** Accompagnement: what is done with a person, by those who follow them. */
export const accompaniment: Slice = {
  name: 'accompaniment',
  pages: [actsPage, recordActPage, cancelActPage, planPage, noteBarrierPage, barrierPage, noteStrengthPage, withdrawStrengthPage],
  messages,
}
