import type { Slice } from '../../platform/http/slice.ts'
import { messages } from './messages.fr.ts'
import { actsPage } from './pages/acts-page.tsx'
import { cancelActPage } from './pages/cancel-act-page.tsx'
import { recordActPage } from './pages/record-act-page.tsx'

export { followUp } from './components/follow-up.tsx'

/** Accompagnement: what is done with a person, by those who follow them. */
export const accompaniment: Slice = { name: 'accompaniment', pages: [actsPage, recordActPage, cancelActPage], messages }
