import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ActKind } from '../model.ts'
import type { WorkingNote } from '../model-notes.ts'
import { openNote } from '../note-text.ts'

interface Row {
  readonly id: string
  readonly person_id: string
  readonly content: string
  readonly written_at: string
  readonly written_by: string | null
  readonly kept_until: string
  readonly version: number
  readonly kept_back: boolean
  readonly act: { readonly id: string; readonly kind: ActKind; readonly on: string } | null
}

const FOUND = sql`
  select note.id, note.person_id, note.content, note.kept_until::text as kept_until, note.version, note.kept_back,
    to_char(note.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as written_at,
    case when note.recorded_by <> note.author_id then coalesce((
      select membership.display_name from membership
      where membership.account_id = note.recorded_by and membership.organisation_id = note.organisation_id
      order by membership.first_day desc limit 1), 'un ancien membre') end as written_by,
    (select jsonb_build_object('id', act.id, 'kind', act.kind, 'on', act.happened_on) from accompaniment_act as act
      where act.id = note.act_id and act.cancelled_at is null) as act
  from working_note as note`

const noteOf = (keys: ReadCtx['keys'], { act, ...row }: Row): WorkingNote => ({
  id: row.id,
  personId: row.person_id,
  text: openNote(keys, row),
  writtenAt: Temporal.Instant.from(row.written_at),
  writtenBy: row.written_by,
  keptUntil: day(row.kept_until),
  version: row.version,
  keptBack: row.kept_back,
  act: act && { id: act.id, kind: act.kind, happenedOn: day(act.on) },
})

type Reading = Pick<ReadCtx, 'tx' | 'keys'>

/** The reader's own notes about a person, the last written first; nobody else's, as row security decides. One statement. */
export async function notesOf({ tx, keys }: Reading, personId: string): Promise<readonly WorkingNote[]> {
  const { rows } = await sql<Row>`${FOUND} where note.person_id = ${personId} order by note.recorded_at desc, note.id`.execute(tx)
  return rows.map((row) => noteOf(keys, row))
}

/** One note of the reader's; undefined for anybody else. */
export async function findNote({ tx, keys }: Reading, id: string): Promise<WorkingNote | undefined> {
  const { rows } = await sql<Row>`${FOUND} where note.id = ${id}`.execute(tx)
  return rows[0] && noteOf(keys, rows[0])
}
