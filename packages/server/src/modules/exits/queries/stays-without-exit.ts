import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'

/** A stay whose contracts are over, or that ended, and of which nobody said why. */
export interface StayWithoutExit {
  readonly stayId: string
  readonly personName: string | null
  readonly siaeName: string
  /** The last day of the last contract, or of the stay. */
  readonly since: CalendarDate
}

interface Row extends NamedRow {
  readonly id: string
  readonly siae_name: string
  readonly since: string
}

/** The stays of the carrier that wait for their exit, the longest since first. One statement. */
export async function staysWithoutExit({ tx, today, actor }: Pick<ReadCtx, 'tx' | 'today' | 'actor'>): Promise<readonly StayWithoutExit[]> {
  const { rows } = await sql<Row>`
    select stay.id, siae.name as siae_name, coalesce(stay.exit_day, worked.last_day) as since, named.*
    from siae_stay as stay
    join siae on siae.id = stay.siae_id
    join lateral (
      select max(coalesce(known.last_day, '2999-12-31')) as last_day
      from contract join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
      where contract.stay_id = stay.id) as worked on true
    left join lateral (${namesOf(sql`stay.person_id`)}) as named on true
    where stay.organisation_id = ${actor?.hat?.organisationId ?? null} and stay.cancelled_at is null
      and coalesce(stay.exit_day, worked.last_day) < ${isoDate(today)}
      and not exists (
        select from exit join exit_version as said on said.exit_id = exit.id
        where exit.stay_id = stay.id and said.superseded_at is null and not said.cancelled and said.exit_on = stay.exit_day)
    order by since, named.family_key, stay.id`.execute(tx)
  return rows.map((row) => ({ stayId: row.id, personName: nameOf(row), siaeName: row.siae_name, since: day(row.since) }))
}
