import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { ActKind, DropReason, Mission } from './model.ts'

type AccompanimentTables = {
  accompaniment_act: {
    id: string
    person_id: string
    organisation_id: string
    workshop_id: Generated<string | null>
    partner_id: Generated<string | null>
    kind: ActKind
    mission: Mission
    happened_on: string
    minutes: number | null
    purpose: string | null
    next_step: string | null
    next_on: string | null
    next_at: string | null
    recorded_at: string
    action_id: Generated<string | null>
    recorded_by: string
    cancelled_at: Generated<string | null>
    cancelled_by: Generated<string | null>
  }
  next_step_outcome: {
    id: string
    act_id: string
    rank: number
    person_id: string
    organisation_id: string
    noted_by: string
    outcome: 'followed' | 'dropped' | 'moved'
    following_act_id: string | null
    reason: DropReason | null
    moved_on: string | null
    moved_at: string | null
    recorded_at: string
    recorded_by: string
  }
}

/** The transaction, knowing the tables of this slice. */
export const accompanimentOf = (tx: Tx) => tx.withTables<AccompanimentTables>()
