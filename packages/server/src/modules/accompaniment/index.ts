import type { Slice } from '../../platform/http/slice.ts'
import { eraseEndedNotes } from './jobs/erase-ended-notes.ts'
import { messages } from './messages.fr.ts'
import { actsPage } from './pages/acts-page.tsx'
import { barrierPage } from './pages/barrier-page.tsx'
import { cancelActPage } from './pages/cancel-act-page.tsx'
import { correctNotePage } from './pages/correct-note-page.tsx'
import { deleteNotePage } from './pages/delete-note-page.tsx'
import { handOverAllNotesPage, handOverNotesPage } from './pages/hand-over-notes-page.tsx'
import { noteBarrierPage } from './pages/note-barrier-page.tsx'
import { notesPage } from './pages/notes-page.tsx'
import { ownNotesPage } from './pages/own-notes-page.tsx'
import { planPage } from './pages/plan-page.tsx'
import { recordActPage } from './pages/record-act-page.tsx'
import { noteStrengthPage, withdrawStrengthPage } from './pages/strength-pages.tsx'
import { writeNotePage } from './pages/write-note-page.tsx'
import { mayAccompany } from './policy.ts'

export { followUp } from './components/follow-up.tsx'
export { notesForAccessRequest, type ProducedNote } from './queries/notes-for-access-request.ts'

/** Accompagnement: what is done with a person, by those who follow them. */
export const accompaniment: Slice = {
  name: 'accompaniment',
  pages: [
    actsPage,
    recordActPage,
    cancelActPage,
    planPage,
    noteBarrierPage,
    barrierPage,
    noteStrengthPage,
    withdrawStrengthPage,
    notesPage,
    writeNotePage,
    correctNotePage,
    deleteNotePage,
    handOverNotesPage,
    ownNotesPage,
    handOverAllNotesPage,
  ],
  jobs: [eraseEndedNotes],
  messages,
  navigation: (actor) => (actor && mayAccompany(actor) ? [{ label: 'Notes de travail', href: '/notes', secondary: true }] : []),
}
