import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Half, Said } from './model.ts'

type SupervisionTables = {
  attendance: {
    id: string
    stay_id: string
    person_id: string
    organisation_id: string
    worksite_id: string | null
    day: string
    recorded_at: string
    recorded_by: string
  }
  attendance_version: {
    attendance_id: string
    person_id: string
    organisation_id: string
    version: number
    state: Said['state']
    late_minutes: number | null
    half: Half | null
    noted_on: string
    reason: string | null
    recorded_at: string
    recorded_by: string
    superseded_at: Generated<string | null>
  }
}

/** The transaction, knowing the tables of this slice. */
export const supervisionOf = (tx: Tx) => tx.withTables<SupervisionTables>()
