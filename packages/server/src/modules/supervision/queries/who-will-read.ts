import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** Those who follow a person in my organisation today, or stand in for them: who reads what is told there. One statement. */
export async function whoWillRead(
  { tx, today, actor }: Pick<ReadCtx, 'tx' | 'today' | 'actor'>,
  personId: string,
): Promise<readonly string[]> {
  const on = isoDate(today)
  const { rows } = await sql<{ name: string }>`
    select distinct membership.display_name as name from referent
    join membership on membership.id = referent.membership_id
    where referent.person_id = ${personId} and referent.organisation_id = ${actor?.hat?.organisationId ?? null}
      and membership.role in ('counsellor', 'director')
      and referent.first_day <= ${on} and coalesce(referent.last_day, ${on}) >= ${on}
      and membership.first_day <= ${on} and coalesce(membership.last_day, ${on}) >= ${on}
    order by 1`.execute(tx)
  return rows.map(({ name }) => name)
}
