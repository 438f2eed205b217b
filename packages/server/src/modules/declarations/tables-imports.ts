import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export type ImportKind = 'people' | 'contracts' | 'hours'

type ImportTables = {
  import_mapping: {
    id: string
    organisation_id: string
    siae_id: string | null
    kind: ImportKind
    /** Written as JSON text, read as an object. */
    titles: string
    recorded_at: string
    recorded_by: string
    version: number
  }
  import_run: {
    id: string
    organisation_id: string
    unit_id: string
    siae_id: string | null
    kind: ImportKind
    month: string | null
    readers: string[]
    state: 'read' | 'recorded' | 'abandoned' | 'expired' | 'undone'
    file_name: string
    file_kind: 'xlsx' | 'ods' | 'csv'
    file_size: number
    fingerprint: string
    content_until: string
    recorded_at: string
    recorded_by: string
    decided_at: string | null
    decided_by: string | null
    version: Generated<number>
  }
  import_line: {
    id: string
    run_id: string
    organisation_id: string
    sheet: number
    line: number
    state: 'understood' | 'refused' | 'set-aside' | 'not-a-fact'
    person_id: string | null
    /** Ids and versions of what was recorded, as JSON. */
    recorded: string | null
  }
}

/** The transaction, knowing the tables of imports. */
export const importsOf = (tx: Tx) => tx.withTables<ImportTables>()
