import { type CalendarDate, day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { ofOwnTeam } from './own-team.ts'

/** When somebody was in a structure of the reader's organisation. */
export interface WorkedPeriod {
  readonly siaeName: string
  readonly first: CalendarDate
  readonly last: CalendarDate | null
}

/** The stays of somebody in my organisation, the first one first. One statement. */
export async function workedPeriods({ tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>, personId: string): Promise<readonly WorkedPeriod[]> {
  const { rows } = await sql<{ name: string; entry_day: string; exit_day: string | null }>`
    select siae.name, stay.entry_day::text as entry_day, stay.exit_day::text as exit_day
    from siae_stay as stay join siae on siae.id = stay.siae_id
    where stay.person_id = ${personId} and stay.organisation_id = ${actor?.hat?.organisationId ?? null} and stay.cancelled_at is null and ${ofOwnTeam(actor)}
    order by stay.entry_day`.execute(tx)
  return rows.map(({ name, entry_day, exit_day }) => ({
    siaeName: name,
    first: day(entry_day),
    last: exit_day === null ? null : day(exit_day),
  }))
}
