import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

export interface TeamMember {
  readonly membershipId: string
  readonly accountId: string
  readonly name: string
  /** The teams of theirs that hold the person today */
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

/** The members of the reader's organisation who work in a team that holds the person: among them one names the referent; one statement. */
export async function membersOfTeams({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, personId: string): Promise<readonly TeamMember[]> {
  const on = isoDate(today)
  const { rows } = await sql<{ id: string; account_id: string; name: string; units: TeamMember['units'] }>`
    select membership.id, membership.account_id, membership.display_name as name,
      jsonb_agg(distinct jsonb_build_object('id', unit.id, 'name', unit.name)) as units
    from membership
    join membership_unit as place on place.membership_id = membership.id and place.first_day <= ${on}
      and (place.last_day is null or place.last_day >= ${on})
    join unit on unit.id = place.unit_id
    where membership.first_day <= ${on} and (membership.last_day is null or membership.last_day >= ${on})
      and membership.role in ('counsellor', 'director', 'assignment_coordinator', 'prescriber', 'ft_adviser', 'referent')
      and unit.id in (
        select unit_id from person_access
        where person_id = ${personId} and account_id is null and starts_on <= ${on} and ends_on >= ${on})
    group by membership.id, membership.account_id, membership.display_name
    order by membership.display_name, membership.id`.execute(tx)
  return rows.map(({ id, account_id, name, units }) => ({ membershipId: id, accountId: account_id, name, units }))
}
