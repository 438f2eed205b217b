import type { Sensitivity } from '@maillage/kernel'
import type { GoalStage } from '@maillage/rules/accompaniment'
import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { ActionState, Doer, GoalState } from './model-plan.ts'

interface Owned {
  person_id: string
  organisation_id: string
  sensitivity: Sensitivity
  recorded_at: string
  recorded_by: string
}

interface Version extends Owned {
  version: number
  closed_on: string | null
  reason: string | null
  superseded_at: Generated<string | null>
}

export type PlanTables = {
  goal: Owned & { id: string; barrier_id: string | null }
  goal_version: Version & { goal_id: string; words: string; stage: GoalStage | null; state: GoalState }
  pathway_action: Owned & { id: string; goal_id: string | null }
  pathway_action_version: Version & { action_id: string; words: string; doer: Doer; due_on: string | null; state: ActionState }
  shared_step: Owned & {
    action_id: string
    version: number
    words: string
    doer: Doer
    due_on: string | null
    state: ActionState
    superseded_at: Generated<string | null>
  }
}

/** The transaction, knowing the tables of the plan. */
export const planIn = (tx: Tx) => tx.withTables<PlanTables>()
