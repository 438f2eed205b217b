import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { ActKind, Mission } from './model.ts'

type AccompanimentTables = {
  accompaniment_act: {
    id: string
    person_id: string
    organisation_id: string
    workshop_id: Generated<string | null>
    kind: ActKind
    mission: Mission
    happened_on: string
    minutes: number | null
    purpose: string | null
    next_step: string | null
    next_on: string | null
    recorded_at: string
    recorded_by: string
    cancelled_at: Generated<string | null>
    cancelled_by: Generated<string | null>
  }
}

/** The transaction, knowing the tables of this slice. */
export const accompanimentOf = (tx: Tx) => tx.withTables<AccompanimentTables>()
