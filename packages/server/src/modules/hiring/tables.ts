import type { Tx } from '../../platform/database/database.ts'
import type { PassAct } from './model.ts'

export type HiringTables = {
  hire: {
    id: string
    person_id: string
    organisation_id: string
    siae_id: string
    application_id: string | null
    diagnosis_id: string | null
    pass_id: string | null
    stay_id: string
    contract_id: string
    pass_act: PassAct | null
    hired_on: string
    state: 'declared' | 'cancelled'
    cancelled_at: string | null
    request_id: string
    recorded_at: string
    recorded_by: string
    version: number
  }
}

/** The transaction, knowing the tables of this slice. */
export const hiringOf = (tx: Tx) => tx.withTables<HiringTables>()
