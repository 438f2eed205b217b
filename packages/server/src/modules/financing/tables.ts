import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { StatementCause } from './model.ts'

export type FinancingTables = {
  payment_statement: {
    id: string
    organisation_id: string
    siae_id: string
    territory_id: string
    annex_id: string
    month: string
    amount: number
    by_state: number
    by_departement: number
    calculation_id: string
    previous_id: string | null
    cause: StatementCause
    superseded_at: Generated<string | null>
    recorded_at: string
    recorded_by: string | null
  }
}

/** The transaction, knowing the tables of this slice. */
export const financingOf = (tx: Tx) => tx.withTables<FinancingTables>()
