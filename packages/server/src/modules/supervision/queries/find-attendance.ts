import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Attendance, Said } from '../model.ts'
import { ofOwnTeam } from './own-team.ts'

/** Something said of a day, and who said it. */
export interface NotedVersion extends Said {
  readonly version: number
  readonly notedOn: Attendance['notedOn']
  readonly reason: string | null
  /** The name under which its author works; null when they are not a member any more. */
  readonly by: string | null
}

export interface AttendanceFound {
  readonly attendance: Attendance
  readonly siaeId: string
  readonly worksiteName: string | null
  readonly siaeName: string
  /** The latest first. */
  readonly versions: readonly NotedVersion[]
}

interface Row {
  readonly stay_id: string
  readonly person_id: string
  readonly organisation_id: string
  readonly worksite_id: string | null
  readonly day: string
  readonly siae_id: string
  readonly siae_name: string
  readonly worksite_name: string | null
  readonly versions: readonly (Omit<NotedVersion, 'notedOn'> & { readonly notedOn: string })[]
}

/** What was noted of somebody on a day, with all that was said of it; undefined when it is not for this reader. One statement. */
export async function findAttendance({ tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>, id: string): Promise<AttendanceFound | undefined> {
  const { rows } = await sql<Row>`
    select attendance.stay_id, attendance.person_id, attendance.organisation_id, attendance.worksite_id, attendance.day::text as day,
      stay.siae_id, siae.name as siae_name, worksite.name as worksite_name, (
        select jsonb_agg(jsonb_build_object('version', known.version, 'state', known.state, 'lateMinutes', known.late_minutes, 'half', known.half,
          'notedOn', known.noted_on, 'reason', known.reason, 'by', (
            select membership.display_name from membership
            where membership.account_id = known.recorded_by and membership.organisation_id = known.organisation_id order by membership.first_day desc limit 1))
          order by known.version desc)
        from attendance_version as known where known.attendance_id = attendance.id) as versions
    from attendance
    join siae_stay as stay on stay.id = attendance.stay_id
    join siae on siae.id = stay.siae_id
    left join worksite on worksite.id = attendance.worksite_id
    where attendance.id = ${id} and ${ofOwnTeam(actor)}`.execute(tx)
  const [row] = rows
  const versions = (row?.versions ?? []).map((each) => ({ ...each, notedOn: day(each.notedOn) }))
  const [known] = versions
  if (!row || !known) return undefined
  return {
    attendance: {
      ...known,
      id,
      stayId: row.stay_id,
      personId: row.person_id,
      organisationId: row.organisation_id,
      worksiteId: row.worksite_id,
      day: day(row.day),
    },
    siaeId: row.siae_id,
    siaeName: row.siae_name,
    worksiteName: row.worksite_name,
    versions,
  }
}
