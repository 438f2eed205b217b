import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'

/** Who is enrolled by a stay in a structure of mine; undefined when it is elsewhere, was cancelled, or is not for the reader. One statement. */
export async function personOfStay(
  { tx }: Pick<ReadCtx, 'tx'>,
  { siaeId, stayId }: { readonly siaeId: string; readonly stayId: string },
): Promise<{ readonly stayId: string; readonly personId: string; readonly name: string } | undefined> {
  const { rows } = await sql<NamedRow & { readonly person_id: string }>`
    select stay.person_id, named.* from siae_stay as stay
    left join lateral (${namesOf(sql`stay.person_id`)}) as named on true
    where stay.id = ${stayId} and stay.siae_id = ${siaeId} and stay.cancelled_at is null`.execute(tx)
  const [row] = rows
  const name = row && nameOf(row)
  return row && name ? { stayId, personId: row.person_id, name } : undefined
}
