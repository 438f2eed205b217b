import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

type NoteTables = {
  working_note: {
    id: string
    person_id: string
    organisation_id: string
    author_id: string
    act_id: string | null
    content: string
    kept_until: string
    version: number
    kept_back: Generated<boolean>
    recorded_at: string
    recorded_by: string
  }
}

/** The transaction, knowing the working notes. */
export const notesIn = (tx: Tx) => tx.withTables<NoteTables>()
