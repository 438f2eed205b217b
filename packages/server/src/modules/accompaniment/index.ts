import type { Slice } from '../../platform/http/slice.ts'
import { eraseEndedNotes } from './jobs/erase-ended-notes.ts'
import { messages } from './messages.fr.ts'
import { actOfWhomPage, NOTE_AN_ACT } from './pages/act-of-whom-page.tsx'
import { actionPage, planActionPage } from './pages/action-pages.tsx'
import { actsPage } from './pages/acts-page.tsx'
import { appointmentFile } from './pages/appointment-file.ts'
import { barrierPage } from './pages/barrier-page.tsx'
import { cancelActPage } from './pages/cancel-act-page.tsx'
import { cancelReviewPage } from './pages/cancel-review-page.tsx'
import { cancelWorkshopPage } from './pages/cancel-workshop-page.tsx'
import { correctNotePage } from './pages/correct-note-page.tsx'
import { correctReviewPage } from './pages/correct-review-page.tsx'
import { deleteNotePage } from './pages/delete-note-page.tsx'
import { goalPage, setGoalPage } from './pages/goal-pages.tsx'
import { handOverAllNotesPage, handOverNotesPage } from './pages/hand-over-notes-page.tsx'
import { joinWorkshopPage } from './pages/join-workshop-page.tsx'
import { dropNextStepPage, moveNextStepPage } from './pages/next-step-pages.tsx'
import { noteBarrierPage } from './pages/note-barrier-page.tsx'
import { noteStrengthPage } from './pages/note-strength-page.tsx'
import { notesPage } from './pages/notes-page.tsx'
import { ownNotesPage } from './pages/own-notes-page.tsx'
import { partnerPage, verifyPartnerPage } from './pages/partner-page.tsx'
import { partnersCsv } from './pages/partners-csv.ts'
import { PARTNERS, partnersPage } from './pages/partners-page.tsx'
import { planPage } from './pages/plan-page.tsx'
import { recordActPage } from './pages/record-act-page.tsx'
import { recordMeetingPage } from './pages/record-meeting-page.tsx'
import { recordReviewPage } from './pages/record-review-page.tsx'
import { recordWorkshopPage } from './pages/record-workshop-page.tsx'
import { reviewPage } from './pages/review-page.tsx'
import { reviewsPage } from './pages/reviews-page.tsx'
import { closePartnerPage, reportPartnerPage } from './pages/tell-of-partner-pages.tsx'
import { withdrawStrengthPage } from './pages/withdraw-strength-page.tsx'
import { workshopPage } from './pages/workshop-page.tsx'
import { workshopsCsv } from './pages/workshops-csv.ts'
import { WORKSHOPS, workshopsPage } from './pages/workshops-page.tsx'
import { writeNotePage } from './pages/write-note-page.tsx'
import { addPartnerPage, correctPartnerPage } from './pages/write-partner-pages.tsx'
import { mayAccompany } from './policy.ts'

export { keepNoteBack } from './commands/keep-note-back.ts'
export { followUp } from './components/follow-up.tsx'
export { NoteText } from './components/note-events.tsx'
export { shownHour } from './hour-typed.ts'
export { KIND_LABELS as ACT_LABELS } from './messages.fr.ts'
export type { ActKind } from './model.ts'
export type { BarrierState } from './model-barriers.ts'
export type { WorkingNote } from './model-notes.ts'
export type { ActionState, Doer, GoalState } from './model-plan.ts'
export { openOwnRow } from './open-own-row.ts'
export { NOTE_AN_ACT } from './pages/act-of-whom-page.tsx'
export { mayAccompany } from './policy.ts'
export { type AccompaniedMonth, accompaniedInMonth } from './queries/accompanied-in-month.ts'
export { notesOf } from './queries/notes-of.ts'
export { type ProducedNote, producedNotes } from './queries/produced-notes.ts'

/** Accompagnement: what is done with a person, by those who follow them. */
export const accompaniment: Slice = {
  name: 'accompaniment',
  pages: [
    actsPage,
    actOfWhomPage,
    recordActPage,
    cancelActPage,
    workshopsPage,
    workshopsCsv,
    recordWorkshopPage,
    workshopPage,
    joinWorkshopPage,
    cancelWorkshopPage,
    partnersPage,
    partnersCsv,
    addPartnerPage,
    partnerPage,
    verifyPartnerPage,
    correctPartnerPage,
    reportPartnerPage,
    closePartnerPage,
    moveNextStepPage,
    dropNextStepPage,
    appointmentFile,
    planPage,
    noteBarrierPage,
    barrierPage,
    noteStrengthPage,
    withdrawStrengthPage,
    setGoalPage,
    goalPage,
    planActionPage,
    actionPage,
    reviewsPage,
    recordReviewPage,
    reviewPage,
    correctReviewPage,
    cancelReviewPage,
    recordMeetingPage,
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
  constraints: {
    accompaniment_act_once_a_workshop: 'accompaniment/already-present',
    next_step_outcome_once: 'accompaniment/settled-meanwhile',
  },
  navigation: (actor) => [
    ...(actor && mayAccompany(actor)
      ? [
          { label: 'Noter un acte', href: NOTE_AN_ACT },
          { label: 'Ateliers', href: WORKSHOPS, secondary: true },
          { label: 'Notes de travail', href: '/notes', secondary: true },
        ]
      : []),
    ...(actor?.hat ? [{ label: 'Partenaires', href: PARTNERS, secondary: true }] : []),
  ],
}
