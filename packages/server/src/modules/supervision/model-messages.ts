import type { CalendarDate } from '@maillage/kernel'

/** The longest word left for a counsellor: two sentences. */
export const MESSAGE_LIMIT = 300

/** What somebody who organises the work told the counsellor of a person, and what came of it. */
export interface CounsellorMessage {
  readonly id: string
  readonly personId: string
  readonly words: string
  readonly on: CalendarDate
  readonly authorId: string
  /** The name under which its author works; null when they are not a member any more. */
  readonly author: string | null
  /** Null: nobody has read it yet. */
  readonly read: { readonly on: CalendarDate; readonly by: string | null; readonly answer: string | null } | null
}
