import type { CalendarDate } from '@maillage/kernel'

/** Who said it. */
export const SAID_BY = ['person', 'structure', 'partner'] as const
export type SaidBy = (typeof SAID_BY)[number]

/** The longest constraint: one sentence. */
export const SENTENCE_LIMIT = 200

/** Under which condition somebody can work, and from when to when; never why. */
export interface WorkConstraint {
  readonly id: string
  readonly sentence: string
  readonly saidBy: SaidBy
  readonly first: CalendarDate
  readonly last: CalendarDate | null
  /** The name under which its author works; null when they are not a member any more. */
  readonly by: string | null
}
