import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { openNote } from '../note-text.ts'

/** A working note as it is given to the person it is about. */
export interface ProducedNote {
  readonly id: string
  readonly writtenAt: Temporal.Instant
  readonly text: string
}

/**
 * The working notes of one organisation about the person whose space is open, opened: once that organisation gave the copy that the person asked for
 * (RGPD, art. 15), as row security decides. The first written first; one statement.
 */
export async function producedNotes({ tx, keys }: Pick<ReadCtx, 'tx' | 'keys'>, organisationId: string): Promise<readonly ProducedNote[]> {
  const { rows } = await sql<{ id: string; content: string; written_at: string }>`
    select id, content, to_char(recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as written_at
    from working_note where organisation_id = ${organisationId} order by recorded_at, id`.execute(tx)
  return rows.map((row) => ({ id: row.id, writtenAt: Temporal.Instant.from(row.written_at), text: openNote(keys, row) }))
}
