import type { CalendarDate } from '@maillage/kernel'

/** What was done, as somebody would say it. */
export const ACT_KINDS = ['interview', 'call', 'workshop', 'visit', 'tripartite-meeting', 'partner-step'] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** The missions of those who accompany, in the words of their job description (grid G-8). */
export const MISSIONS = ['welcome', 'support', 'pathway', 'workshops', 'employers', 'partnership', 'training', 'watch'] as const
export type Mission = (typeof MISSIONS)[number]

/** The mission that each act mostly serves: what is noted when nobody says another. */
export const USUAL_MISSION: Readonly<Record<ActKind, Mission>> = {
  interview: 'support',
  call: 'support',
  workshop: 'workshops',
  visit: 'employers',
  'tripartite-meeting': 'pathway',
  'partner-step': 'partnership',
}

/** The longest act, in minutes: ten hours. */
export const LONGEST = 600
/** The longest text of an act: two or three sentences. */
export const TEXT_LIMIT = 500

/** Why what was said would come next is given up: a code, what happened is for an act to say. */
export const DROP_REASONS = ['no-longer-needed', 'done-otherwise', 'not-come', 'not-wanted'] as const
export type DropReason = (typeof DROP_REASONS)[number]

/** Something done with a person: an interview, a call, a workshop. */
export interface Act {
  readonly id: string
  readonly personId: string
  readonly organisationId: string
  /** The workshop where it was done with others; the act says nothing of them. */
  readonly workshopId: string | null
  readonly kind: ActKind
  /** With whom a step was made, when it was said. */
  readonly partnerId: string | null
  readonly partner: string | null
  readonly mission: Mission
  readonly happenedOn: CalendarDate
  readonly minutes: number | null
  /** Null: erased with the person. */
  readonly purpose: string | null
  readonly nextStep: string | null
  readonly nextOn: CalendarDate | null
  /** `14:30`; null when no hour was fixed. */
  readonly nextAt: string | null
  /** Whether what comes next still does, and when as last said; null when nothing does any more. */
  readonly waiting: { readonly on: CalendarDate | null; readonly at: string | null } | null
  /** The action of the plan that it advances, when somebody said so. */
  readonly actionId: string | null
  readonly recordedBy: string
  /** The name under which its author works; null when they are not a member any more. */
  readonly author: string | null
}
