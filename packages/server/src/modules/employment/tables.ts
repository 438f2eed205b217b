import type { SiaeKind } from '@maillage/kernel'
import type { Tx } from '../../platform/database/database.ts'
import type { ContractType } from './model.ts'

export type EmploymentTables = {
  siae_stay: {
    id: string
    person_id: string
    organisation_id: string
    siae_id: string
    unit_id: string
    kind: SiaeKind
    entry_day: string
    exit_day: string | null
    cancelled_at: string | null
    recorded_at: string
    recorded_by: string
  }
  contract: {
    id: string
    stay_id: string
    person_id: string
    organisation_id: string
    recorded_at: string
    recorded_by: string
  }
  contract_version: {
    contract_id: string
    person_id: string
    organisation_id: string
    version: number
    type: ContractType
    first_day: string
    last_day: string | null
    weekly_hours: number | null
    signed_on: string | null
    worksite_id: string | null
    post: string | null
    market: string | null
    lot: string | null
    clause_kind: string | null
    cancelled: boolean
    recorded_at: string
    recorded_by: string
    superseded_at: string | null
    reason: string | null
  }
}

/** The transaction, knowing the tables of this slice. */
export const employmentOf = (tx: Tx) => tx.withTables<EmploymentTables>()
