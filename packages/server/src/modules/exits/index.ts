import type { Slice } from '../../platform/http/slice.ts'
import { followUp } from '../accompaniment/index.ts'
import { personPage } from '../hiring/index.ts'
import { besideWork } from '../supervision/index.ts'
import { stayEnds } from './components/stay-end.tsx'
import { messages } from './messages.fr.ts'
import { agreeRatesPage } from './pages/agree-rates-page.tsx'
import { answerPage } from './pages/answer-page.tsx'
import { cancelExitPage } from './pages/cancel-exit-page.tsx'
import { correctExitPage } from './pages/correct-exit-page.tsx'
import { exitPage } from './pages/exit-page.tsx'
import { exitRatesPage } from './pages/exit-rates-page.tsx'
import { exitsCsv } from './pages/exits-csv.ts'
import { exitsPage } from './pages/exits-page.tsx'
import { followUpPage } from './pages/follow-up-page.tsx'
import { followUpsPage } from './pages/follow-ups-page.tsx'
import { linkPage } from './pages/link-page.tsx'
import { newsPage } from './pages/news-page.tsx'
import { opposePage } from './pages/oppose-page.tsx'
import { recordExitPage } from './pages/record-exit-page.tsx'
import { toCompletePage } from './pages/to-complete-page.tsx'
import { mayReadExits } from './policy.ts'

export { cancelExit } from './commands/cancel-exit.ts'
export { correctExit } from './commands/correct-exit.ts'
export { recordExit } from './commands/record-exit.ts'
export type { StayExit } from './model.ts'
export { mayReadExits } from './policy.ts'
export { exitOfStay } from './queries/exit-of-stay.ts'
export { exitsOf } from './queries/exits-of.ts'

/** Sorties: the end of a stay, its reason and what it counts for. */
export const exits: Slice = {
  name: 'exits',
  // The screen of a person is the hire's; how each stay ends is ours.
  pages: [
    personPage(stayEnds, besideWork(followUp)),
    exitsPage,
    exitsCsv,
    exitRatesPage,
    agreeRatesPage,
    toCompletePage,
    exitPage,
    recordExitPage,
    correctExitPage,
    cancelExitPage,
    followUpsPage,
    followUpPage,
    opposePage,
    answerPage,
    linkPage,
    newsPage,
  ],
  navigation: (actor) => (actor && mayReadExits(actor) ? [{ label: 'Sorties', href: '/sorties' }] : []),
  messages,
  constraints: {
    exit_once: 'exits/already-exited',
    agreed_exit_rate_one_current: 'platform/stale',
    after_exit_answer_one_current: 'platform/stale',
  },
}
