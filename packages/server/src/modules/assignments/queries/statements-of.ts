import {
  type CalendarDate,
  type CentiHours,
  centiHours,
  day,
  daysOf,
  isoDate,
  type Month,
  type Period,
  period,
  sumHours,
} from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The hours of some days of a mission, as the client signed them. */
export interface TimeStatement {
  readonly id: string
  readonly assignmentId: string
  readonly days: Period
  /** Of each day, from the first. */
  readonly dayHours: readonly CentiHours[]
  readonly hours: CentiHours
  /** Null: the client did not sign, or nobody said so. */
  readonly signedOn: CalendarDate | null
  readonly validated: boolean
  readonly version: number
}

interface Row {
  id: string
  assignment_id: string
  first_day: string
  last_day: string
  day_hours: readonly number[]
  signed_on: string | null
  validated: boolean
  version: number
}

const statementOf = (row: Row): TimeStatement => {
  const dayHours = row.day_hours.map(centiHours)
  return {
    id: row.id,
    assignmentId: row.assignment_id,
    days: period(day(row.first_day), day(row.last_day)),
    dayHours,
    hours: sumHours(dayHours),
    signedOn: row.signed_on === null ? null : day(row.signed_on),
    validated: row.validated,
    version: row.version,
  }
}

/** The statements of a mission, the latest first; one statement. */
export async function statementsOf({ tx }: Pick<ReadCtx, 'tx'>, assignmentId: string): Promise<readonly TimeStatement[]> {
  const { rows } = await sql<Row>`
    select id, assignment_id, first_day, last_day, day_hours, signed_on, validated_at is not null as validated, version
    from time_statement where assignment_id = ${assignmentId} and cancelled_at is null order by first_day desc`.execute(tx)
  return rows.map(statementOf)
}

/** Hours of the statements validated of a stay, in a month; null: there is none. One statement. */
export async function validatedHours({ tx }: Pick<ReadCtx, 'tx'>, stayId: string, month: Month): Promise<CentiHours | null> {
  const { first, last } = daysOf(month)
  const { rows } = await sql<{ hours: number | null }>`
    select sum(each.hours)::integer as hours
    from assignment as mission
    join time_statement as statement on statement.assignment_id = mission.id and statement.cancelled_at is null and statement.validated_at is not null
    cross join lateral unnest(statement.day_hours) with ordinality as each (hours, nth)
    where mission.stay_id = ${stayId} and mission.cancelled_at is null
      and statement.first_day + (each.nth - 1)::integer between ${isoDate(first)}::date and ${isoDate(last)}::date`.execute(tx)
  const hours = rows[0]?.hours ?? null
  return hours === null ? null : centiHours(hours)
}
