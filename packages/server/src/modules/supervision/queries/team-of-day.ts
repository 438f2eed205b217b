import { addDays, type CalendarDate, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import type { Attendance, Place } from '../model.ts'
import { ofOwnTeam } from './own-team.ts'
import { placeOfContract } from './places-of-day.ts'
import { type AttendanceColumns, attendanceIn } from './stay-on-day.ts'

/** Days during which an answer is told beside the name. */
const ANSWER_SHOWN = 7

/** Somebody of a structure on a day. */
export interface TeamMember {
  readonly stayId: string
  readonly personId: string
  readonly organisationId: string
  readonly name: string
  readonly post: string | null
  /** Under which conditions they can work that day; never why. */
  readonly constraints: readonly string[]
  /** The counsellor answered a word of the reader these days. */
  readonly answered: boolean
  /** A contract runs that day, at this place or at another. */
  readonly covered: boolean
  /** Their contract of the day is at this place. */
  readonly expected: boolean
  /** What is noted here; null when nothing ever was. */
  readonly attendance: Attendance | null
}

interface Row extends AttendanceColumns, NamedRow {
  readonly stay_id: string
  readonly person_id: string
  readonly organisation_id: string
  readonly post: string | null
  readonly covered: boolean
  readonly expected: boolean
  readonly constraints: readonly string[]
  readonly answered: boolean
}

/**
 * The people of a structure on a day whom the reader meets, by name: those expected at a place, those noted there, and the others, who may have come.
 * One statement.
 */
export async function teamOfDay(
  { tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>,
  { siaeId, worksiteId }: Place,
  on: CalendarDate,
): Promise<readonly TeamMember[]> {
  const iso = isoDate(on)
  const { rows } = await sql<Row>`
    with present as (
      select stay.id, stay.person_id, stay.organisation_id, stay.siae_id
      from siae_stay as stay
      where stay.siae_id = ${siaeId} and stay.cancelled_at is null and ${ofOwnTeam(actor)}
        and stay.entry_day <= ${iso} and (stay.exit_day is null or stay.exit_day >= ${iso})
    ),
    signed as (
      select stay.id as stay_id, bool_or(${placeOfContract(on)} is not distinct from ${worksiteId}::uuid) as expected, max(known.post) as post
      from present as stay
      join contract on contract.stay_id = stay.id
      join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
      where known.first_day <= ${iso} and (known.last_day is null or known.last_day >= ${iso})
      group by stay.id
    )
    select present.id as stay_id, present.person_id, present.organisation_id, named.*, signed.post,
      signed.stay_id is not null as covered, coalesce(signed.expected, false) as expected, coalesce((
        select jsonb_agg(held.sentence order by held.first_day) from work_constraint as held
        where held.person_id = present.person_id and held.cancelled_at is null and held.first_day <= ${iso} and (held.last_day is null or held.last_day >= ${iso})), '[]') as constraints, exists (
        select from counsellor_message as message
        where message.person_id = present.person_id and message.recorded_by = ${actor?.accountId ?? null} and message.answer is not null
          and message.read_on > ${isoDate(addDays(on, -ANSWER_SHOWN))}) as answered, attendance.id as attendance_id,
      known.version, known.state, known.late_minutes, known.half, known.noted_on::text as noted_on, known.reason
    from present
    left join signed on signed.stay_id = present.id
    join lateral (${namesOf(sql`present.person_id`)}) as named on true
    left join attendance on attendance.stay_id = present.id and attendance.day = ${iso} and attendance.worksite_id is not distinct from ${worksiteId}::uuid
    left join attendance_version as known on known.attendance_id = attendance.id and known.superseded_at is null
    order by named.family_key nulls last, named.given_key, present.id`.execute(tx)
  return rows.map((row) => {
    const { stay_id: stayId, person_id: personId, organisation_id: organisationId, post, covered, expected, constraints, answered } = row
    return {
      stayId,
      personId,
      organisationId,
      name: nameOf(row) ?? '',
      post,
      covered,
      expected,
      constraints,
      answered,
      attendance: attendanceIn(row, { stayId, personId, organisationId, worksiteId, day: on }),
    }
  })
}
