import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** A member of the reader's organisation who may follow people. */
export interface Colleague {
  readonly membershipId: string
  readonly accountId: string
  readonly name: string
  readonly lastDay: string | null
}

/** The members of the reader's organisation whose role follows people, today, by name. One statement. */
export async function colleaguesWhoFollow({ tx, today, actor }: Pick<ReadCtx, 'tx' | 'today' | 'actor'>): Promise<readonly Colleague[]> {
  const on = isoDate(today)
  const { rows } = await sql<Colleague>`
    select id as "membershipId", account_id as "accountId", display_name as name, last_day::text as "lastDay" from membership
    where organisation_id = ${actor?.hat?.organisationId ?? null} and first_day <= ${on} and coalesce(last_day, '2999-12-31') >= ${on}
      and role in ('counsellor', 'director', 'assignment_coordinator', 'prescriber', 'ft_adviser', 'referent')
    order by display_name, id`.execute(tx)
  return rows
}
