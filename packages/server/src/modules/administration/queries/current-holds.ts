import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** An organisation of whose people nothing is erased for a time. */
export interface Hold {
  readonly id: string
  readonly organisationName: string
  readonly reason: string
  readonly first: CalendarDate
  readonly last: CalendarDate
}

/** The holds of today and of later, the first to end first. */
export async function currentHolds({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>): Promise<readonly Hold[]> {
  const { rows } = await sql<{ id: string; name: string; reason: string; first: string; last: string }>`
    select legal_hold.id, organisation.name, legal_hold.reason, legal_hold.first_day::text as first, legal_hold.last_day::text as last
    from legal_hold join organisation on organisation.id = legal_hold.organisation_id
    where legal_hold.last_day >= ${isoDate(today)} order by legal_hold.last_day, organisation.name`.execute(tx)
  return rows.map(({ id, name, reason, first, last }) => ({ id, organisationName: name, reason, first: day(first), last: day(last) }))
}
