import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Attendance, Half, Said } from '../model.ts'
import { ofOwnTeam } from './own-team.ts'

export interface AttendanceColumns {
  readonly attendance_id: string | null
  readonly version: number
  readonly state: Said['state']
  readonly late_minutes: number | null
  readonly half: Half | null
  readonly noted_on: string
  readonly reason: string | null
}

/** Somebody of a structure on a day, and what is noted of them at a place. */
export interface StayOnDay {
  readonly stayId: string
  readonly personId: string
  readonly organisationId: string
  readonly siaeId: string
  /** Null: nothing was ever noted there that day. */
  readonly attendance: Attendance | null
}

interface Row extends AttendanceColumns {
  readonly id: string
  readonly person_id: string
  readonly organisation_id: string
  readonly siae_id: string
}

type Where = Pick<Attendance, 'stayId' | 'personId' | 'organisationId' | 'worksiteId' | 'day'>

/** What the columns of a version say; null when the row has none. */
export const attendanceIn = (row: AttendanceColumns, where: Where): Attendance | null =>
  row.attendance_id === null
    ? null
    : {
        ...where,
        id: row.attendance_id,
        version: row.version,
        state: row.state,
        lateMinutes: row.late_minutes,
        half: row.half,
        notedOn: day(row.noted_on),
        reason: row.reason,
      }

/** A stay that runs on a day, with what is noted there; undefined when it does not run, or is not for this reader. One statement. */
export async function stayOnDay(
  { tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>,
  { stayId, day: on, worksiteId }: { readonly stayId: string; readonly day: CalendarDate; readonly worksiteId: string | null },
): Promise<StayOnDay | undefined> {
  const { rows } = await sql<Row>`
    select stay.id, stay.person_id, stay.organisation_id, stay.siae_id, attendance.id as attendance_id,
      known.version, known.state, known.late_minutes, known.half, known.noted_on::text as noted_on, known.reason
    from siae_stay as stay
    left join attendance on attendance.stay_id = stay.id and attendance.day = ${isoDate(on)} and attendance.worksite_id is not distinct from ${worksiteId}::uuid
    left join attendance_version as known on known.attendance_id = attendance.id and known.superseded_at is null
    where stay.id = ${stayId} and stay.cancelled_at is null and ${ofOwnTeam(actor)}
      and stay.entry_day <= ${isoDate(on)} and (stay.exit_day is null or stay.exit_day >= ${isoDate(on)})`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { person_id: personId, organisation_id: organisationId, siae_id: siaeId } = row
  return {
    stayId,
    personId,
    organisationId,
    siaeId,
    attendance: attendanceIn(row, { stayId, personId, organisationId, worksiteId, day: on }),
  }
}
