import type { CalendarDate, Sensitivity } from '@maillage/kernel'
import type { GoalStage } from '@maillage/rules/accompaniment'

export const GOAL_STATES = ['open', 'reached', 'dropped'] as const
export type GoalState = (typeof GOAL_STATES)[number]

/** Who is to do an action. */
export const DOERS = ['person', 'counsellor', 'partner'] as const
export type Doer = (typeof DOERS)[number]

export const ACTION_STATES = ['planned', 'done', 'dropped'] as const
export type ActionState = (typeof ACTION_STATES)[number]

/** The longest text of a goal or of an action: a sentence or two. */
export const PLAN_LIMIT = 300

/** What is written of a goal, once and again. */
export interface GoalFacts {
  /** In the person's words. */
  readonly words: string
  readonly stage: GoalStage | null
  readonly state: GoalState
  readonly closedOn: CalendarDate | null
  /** Why it was dropped. */
  readonly reason: string | null
}

/** What a row of the plan says of itself, whichever it is. */
export interface Planned {
  readonly id: string
  readonly personId: string
  readonly organisationId: string
  /** As the barrier it answers: of health and justice, referents alone. */
  readonly sensitivity: Sensitivity
  readonly version: number
}

export interface Goal extends GoalFacts, Planned {
  readonly barrierId: string | null
}

/** What is written of an action, once and again. */
export interface ActionFacts {
  readonly words: string
  readonly doer: Doer
  readonly dueOn: CalendarDate | null
  readonly state: ActionState
  readonly closedOn: CalendarDate | null
  readonly reason: string | null
  /** Whether whoever follows the person reads it, because the person agreed. */
  readonly shared: boolean
}

export interface Action extends ActionFacts, Planned {
  readonly goalId: string | null
  /** How many acts said that they advance it. */
  readonly acts: number
}

/** A step that another team shares with whoever follows the person. */
export interface SharedStep {
  readonly actionId: string
  readonly words: string
  readonly doer: Doer
  readonly dueOn: CalendarDate | null
  readonly state: ActionState
}
