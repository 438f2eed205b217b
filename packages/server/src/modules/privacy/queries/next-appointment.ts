import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** What was said to come next, and with whom. */
export interface NextStep {
  readonly what: string
  readonly on: CalendarDate
  readonly organisationName: string
}

/** The next thing to come for the person whose space is open, as written with them; one statement. */
export async function nextAppointment({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, personId: string): Promise<NextStep | undefined> {
  const { rows } = await sql<{ what: string; next_on: string; organisation: string }>`
    select act.next_step as what, act.next_on, organisation.name as organisation
    from accompaniment_act as act join organisation on organisation.id = act.organisation_id
    where act.person_id = ${personId} and act.cancelled_at is null and act.next_step is not null and act.next_on >= ${isoDate(today)}
    order by act.next_on, act.recorded_at limit 1`.execute(tx)
  const [row] = rows
  return row && { what: row.what, on: day(row.next_on), organisationName: row.organisation }
}
