import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** A colleague who may receive notes: the named referent of those people, in a team of the reader's. */
export interface NoteHeir {
  readonly membershipId: string
  readonly name: string
  /** Of how many people, and how many notes they would receive. */
  readonly people: number
  readonly notes: number
}

/** Who may receive the reader's notes about a person, or about all of them, by name; a deputy, who stands in for a time, may not. One statement. */
export async function noteHeirs(
  { tx, actor, today }: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  personId: string | null,
): Promise<readonly NoteHeir[]> {
  const on = isoDate(today)
  const { rows } = await sql<NoteHeir>`
    with noted as (
      select person_id, count(*) as notes from working_note
      where ${personId === null ? sql`true` : sql`person_id = ${personId}`} group by person_id),
    named as (
      select distinct referent.membership_id, referent.person_id from referent
      where referent.person_id in (select person_id from noted) and not referent.deputy
        and referent.unit_id = any (${[...(actor?.hat?.units ?? [])]}::uuid[])
        and referent.first_day <= ${on} and (referent.last_day is null or referent.last_day >= ${on}))
    select membership.id as "membershipId", membership.display_name as name, count(*)::integer as people, sum(noted.notes)::integer as notes
    from named join noted using (person_id) join membership on membership.id = named.membership_id
    where membership.account_id <> ${actor?.accountId ?? null} and membership.role = any ('{counsellor,director,prescriber,ft_adviser,referent}'::text[])
      and membership.first_day <= ${on} and (membership.last_day is null or membership.last_day >= ${on})
    group by membership.id, membership.display_name
    order by membership.display_name, membership.id`.execute(tx)
  return rows
}
