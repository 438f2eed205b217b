import type { Slice } from '../../platform/http/slice.ts'
import { messages } from './messages.fr.ts'
import { addWorksitePage } from './pages/add-worksite-page.tsx'
import { closeWorksitePage } from './pages/close-worksite-page.tsx'
import { siaePage } from './pages/siae-page.tsx'

/** Who the actors are, what they do, where and since when. */
export const organisations: Slice = {
  name: 'organisations',
  pages: [siaePage, addWorksitePage, closeWorksitePage],
  messages,
  constraints: { worksite_name_once: 'organisations/worksite-name-taken', worksite_period_ordered: 'organisations/worksite-closes-before-opening' },
}
