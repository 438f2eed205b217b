import type { Slice } from '../../platform/http/slice.ts'
import { messages } from './messages.fr.ts'
import { addSkillPage } from './pages/add-skill-page.tsx'
import { adoptTradePage } from './pages/adopt-trade-page.tsx'
import { answerMessagePage } from './pages/answer-message-page.tsx'
import { attendanceCsv } from './pages/attendance-csv.ts'
import { attendanceMonthPage } from './pages/attendance-month-page.tsx'
import { attendanceSheetPage } from './pages/attendance-sheet-page.tsx'
import { constraintsPage } from './pages/constraints-page.tsx'
import { correctAttendancePage } from './pages/correct-attendance-page.tsx'
import { messagesPage } from './pages/messages-page.tsx'
import { DAY_HREF } from './pages/place-in-address.ts'
import { seeSkillPage } from './pages/see-skill-page.tsx'
import { skillCertificatePage, skillCertificatePdf } from './pages/skill-certificate-page.tsx'
import { skillListPage } from './pages/skill-list-page.tsx'
import { skillsPage } from './pages/skills-page.tsx'
import { teamOfDayPage } from './pages/team-of-day-page.tsx'
import { withdrawMessagePage } from './pages/withdraw-message-page.tsx'
import { mayNoteAttendance, readsOwnTeamOnly } from './policy.ts'

export { MessagesToRead } from './components/message-lines.tsx'
export { besideWork } from './components/ways-to-work.tsx'
export type { CounsellorMessage } from './model-messages.ts'
export { messageHref } from './pages/messages-in-address.ts'
export { DAY_HREF } from './pages/place-in-address.ts'
export { mayAnswerMessages, mayNoteAttendance } from './policy.ts'
export { MESSAGES, type MessageRow, messageOf } from './queries/messages-of.ts'

/** Encadrement: the work of a team, as those who supervise it see it day by day. */
export const supervision: Slice = {
  name: 'supervision',
  pages: [
    teamOfDayPage,
    attendanceMonthPage,
    attendanceCsv,
    attendanceSheetPage,
    correctAttendancePage,
    constraintsPage,
    seeSkillPage,
    skillsPage,
    skillCertificatePage,
    skillCertificatePdf,
    skillListPage,
    addSkillPage,
    adoptTradePage,
    messagesPage,
    answerMessagePage,
    withdrawMessagePage,
  ],
  messages,
  constraints: {
    attendance_once: 'supervision/stale',
    attendance_version_one_current: 'supervision/stale',
    attendance_version_pkey: 'supervision/stale',
  },
  // For who supervises it is the first thing of the day; for the others, one of many.
  navigation: (actor) =>
    actor && mayNoteAttendance(actor) ? [{ label: 'Équipe du jour', href: DAY_HREF, secondary: !readsOwnTeamOnly(actor) }] : [],
}
