import type { Slice } from '../../platform/http/slice.ts'
import { pruneSessions } from './jobs/prune-sessions.ts'
import { messages } from './messages.fr.ts'
import { mailPage } from './pages/mail-page.tsx'
import { personasPage } from './pages/personas-page.tsx'
import { hatPage, signOutPage } from './pages/session-pages.ts'
import { signInPage } from './pages/sign-in-page.tsx'

export { ROLE_LABELS } from './messages.fr.ts'
export { emailKey } from './model.ts'
export { passwordHash } from './sign-in.ts'

/** Who may sign in, and under which hat. */
export const accounts: Slice = {
  name: 'accounts',
  pages: [signInPage, personasPage, signOutPage, hatPage, mailPage],
  jobs: [pruneSessions],
  messages,
}
