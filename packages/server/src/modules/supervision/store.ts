import { isoDate } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import type { Attendance, Said } from './model.ts'
import { supervisionOf } from './tables.ts'

type Noted = Pick<Attendance, 'id' | 'stayId' | 'personId' | 'organisationId' | 'worksiteId' | 'day'>

const versionRow = (ctx: Ctx, { id, personId, organisationId }: Noted, version: number, said: Said, reason: string | null) => ({
  attendance_id: id,
  person_id: personId,
  organisation_id: organisationId,
  version,
  state: said.state,
  late_minutes: said.lateMinutes,
  half: said.half,
  noted_on: isoDate(ctx.today),
  reason,
  recorded_at: ctx.now.toString(),
  recorded_by: ctx.actor.accountId,
})

/** Writes what is said of some people for the first time: two statements, whatever their number. */
export async function insertAttendance(ctx: Ctx, noted: readonly Noted[], said: Said): Promise<void> {
  const db = supervisionOf(ctx.tx)
  await db
    .insertInto('attendance')
    .values(
      noted.map(({ id, stayId, personId, organisationId, worksiteId, day }) => ({
        id,
        stay_id: stayId,
        person_id: personId,
        organisation_id: organisationId,
        worksite_id: worksiteId,
        day: isoDate(day),
        recorded_at: ctx.now.toString(),
        recorded_by: ctx.actor.accountId,
      })),
    )
    .execute()
  await db
    .insertInto('attendance_version')
    .values(noted.map((each) => versionRow(ctx, each, 1, said, null)))
    .execute()
}

/** What is said from now on; what was said before stays readable. False when somebody changed it since it was read. */
export async function reviseAttendance(ctx: Ctx, attendance: Attendance, said: Said, reason: string | null): Promise<boolean> {
  const { numUpdatedRows } = await supervisionOf(ctx.tx)
    .updateTable('attendance_version')
    .set({ superseded_at: ctx.now.toString() })
    .where('attendance_id', '=', attendance.id)
    .where('version', '=', attendance.version)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await supervisionOf(ctx.tx)
    .insertInto('attendance_version')
    .values(versionRow(ctx, attendance, attendance.version + 1, said, reason))
    .execute()
  return true
}
