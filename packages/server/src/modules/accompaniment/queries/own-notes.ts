import { type CalendarDate, day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'

/** A person about whom the reader keeps notes. */
export interface NotedPerson {
  readonly id: string
  readonly displayName: string
  readonly notes: number
  /** The end that comes first. */
  readonly firstEnd: CalendarDate
}

interface Row extends NamedRow {
  readonly id: string
  readonly notes: number
  readonly first_end: string
}

/** The people about whom the reader keeps notes, by name; one statement, which opens no note. */
export async function ownNotes({ tx }: Pick<ReadCtx, 'tx'>): Promise<readonly NotedPerson[]> {
  const { rows } = await sql<Row>`
    with noted as (
      select person_id, count(*)::integer as notes, min(kept_until)::text as first_end from working_note group by person_id)
    select noted.person_id as id, noted.notes, noted.first_end, named.*
    from noted left join lateral (${namesOf(sql`noted.person_id`)}) as named on true
    order by named.family_key, named.given_key, noted.person_id`.execute(tx)
  return rows.map((row) => ({ id: row.id, displayName: nameOf(row) ?? '', notes: row.notes, firstEnd: day(row.first_end) }))
}
