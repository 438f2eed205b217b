import { type CalendarDate, day, daysOf, isoDate, type Month } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import type { AttendanceState, Half, Place } from '../model.ts'
import { ofOwnTeam } from './own-team.ts'
import { placeOfContract } from './places-of-day.ts'

/** What is known of somebody on a day. */
export interface DayNoted {
  readonly id: string
  readonly day: CalendarDate
  readonly state: AttendanceState
  readonly lateMinutes: number | null
  readonly half: Half | null
  /** Corrected after the day it was noted. */
  readonly corrected: boolean
  /** Whether a contract ran that day. */
  readonly covered: boolean
}

/** Somebody in the month of a place. */
export interface AttendanceLine {
  readonly stayId: string
  readonly personId: string
  readonly name: string
  readonly days: readonly DayNoted[]
}

interface Row extends NamedRow {
  readonly stay_id: string
  readonly person_id: string
  readonly days: readonly (Omit<DayNoted, 'day'> & { readonly day: string })[]
}

/** The people whose contract runs at a place in a month, or who were noted there, by name, with what is noted of each day. One statement. */
export async function attendanceMonth(
  { tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>,
  { siaeId, worksiteId }: Place,
  month: Month,
): Promise<readonly AttendanceLine[]> {
  const { first, last } = daysOf(month)
  const [from, to] = [isoDate(first), isoDate(last)]
  const { rows } = await sql<Row>`
    with present as (
      select stay.id, stay.person_id, stay.siae_id, stay.entry_day, stay.exit_day
      from siae_stay as stay
      where stay.siae_id = ${siaeId} and stay.cancelled_at is null and ${ofOwnTeam(actor)}
        and stay.entry_day <= ${to} and (stay.exit_day is null or stay.exit_day >= ${from})
    ),
    signed as (
      select stay.id as stay_id, known.first_day, least(known.last_day, stay.exit_day) as last_day, ${placeOfContract(last)} as worksite_id
      from present as stay
      join contract on contract.stay_id = stay.id
      join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
      where known.first_day <= ${to} and (known.last_day is null or known.last_day >= ${from})
    ),
    noted as (
      select attendance.stay_id, jsonb_agg(jsonb_build_object('id', attendance.id, 'day', attendance.day, 'state', known.state,
        'lateMinutes', known.late_minutes, 'half', known.half, 'corrected', known.reason is not null, 'covered', exists (
          select from signed where signed.stay_id = attendance.stay_id and signed.first_day <= attendance.day
            and (signed.last_day is null or signed.last_day >= attendance.day))) order by attendance.day) as days
      from present join attendance on attendance.stay_id = present.id
      join attendance_version as known on known.attendance_id = attendance.id and known.superseded_at is null and known.state <> 'withdrawn'
      where attendance.day between ${from} and ${to} and attendance.worksite_id is not distinct from ${worksiteId}::uuid
      group by attendance.stay_id
    )
    select present.id as stay_id, present.person_id, named.*, coalesce(noted.days, '[]') as days
    from present
    left join noted on noted.stay_id = present.id
    join lateral (${namesOf(sql`present.person_id`)}) as named on true
    where noted.stay_id is not null
      or exists (select from signed where signed.stay_id = present.id and signed.worksite_id is not distinct from ${worksiteId}::uuid)
    order by named.family_key nulls last, named.given_key, present.id`.execute(tx)
  return rows.map((row) => ({
    stayId: row.stay_id,
    personId: row.person_id,
    name: nameOf(row) ?? '',
    days: row.days.map((each) => ({ ...each, day: day(each.day) })),
  }))
}
