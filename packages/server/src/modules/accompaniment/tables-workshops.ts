import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Mission } from './model.ts'

type WorkshopTables = {
  workshop: {
    id: string
    organisation_id: string
    theme: string
    theme_key: string
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

/** The transaction, knowing the workshops. */
export const workshopsOf = (tx: Tx) => tx.withTables<WorkshopTables>()
