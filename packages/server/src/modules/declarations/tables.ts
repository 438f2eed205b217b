import type { Tx } from '../../platform/database/database.ts'
import type { TableKind } from '../../platform/uploads/tables.ts'
import type { ImportKind, LineState, RecordedFacts, RunLayout, RunState } from './import-run.ts'

export type DeclarationTables = {
  import_run: {
    id: string
    organisation_id: string
    unit_id: string
    siae_id: string | null
    kind: ImportKind
    month: string | null
    readers: readonly string[]
    state: RunState
    file_name: string
    file_kind: TableKind
    file_size: number
    fingerprint: string
    layout: RunLayout | string | null
    content_until: string
    recorded_at: string
    recorded_by: string
    decided_at: string | null
    decided_by: string | null
    version: number
  }
  import_line: {
    id: string
    run_id: string
    organisation_id: string
    sheet: number
    line: number
    state: LineState
    /** Sealed; what it says, see `line-content.ts`. */
    content: string | null
    person_id: string | null
    recorded: RecordedFacts | string | null
  }
  produced_file: {
    id: string
    organisation_id: string
    unit_id: string
    siae_id: string
    run_id: string | null
    kind: 'grid-g1'
    edition: 'own' | 'sent'
    file_kind: TableKind
    month: string
    facts: string
    recorded_at: string
    recorded_by: string
  }
}

/** The transaction, knowing the tables of this slice. */
export const declarationsOf = (tx: Tx) => tx.withTables<DeclarationTables>()
