import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { ATTENDANCE_STATES, REASON_LIMIT, saysTheSame } from '../model.ts'
import { mayCorrectAttendance } from '../policy.ts'
import { findAttendance } from '../queries/find-attendance.ts'
import { reviseAttendance } from '../store.ts'
import { consistent, saidFields } from './note-attendance.ts'

const schema = z.object({
  attendanceId: z.uuid(),
  version: z.coerce.number().int(),
  state: z.enum([...ATTENDANCE_STATES, 'withdrawn'], 'Dites ce qui est vrai'),
  ...saidFields,
  reason: z
    .string()
    .trim()
    .min(1, 'Dites pourquoi cette présence est corrigée')
    .max(REASON_LIMIT, `Écrivez ${REASON_LIMIT} caractères au plus`),
})

/** Corrects attendance after the day, with why: what was noted before stays readable. */
export const correctAttendance = command({
  name: 'supervision/correct-attendance',
  runsAs: 'app',
  schema,
  async run(ctx, { attendanceId, version, reason, ...typed }) {
    const found = await findAttendance(ctx, attendanceId)
    if (!found) return notFound()
    if (!mayCorrectAttendance(ctx.actor)) return refuse('supervision/correction-not-yours')
    const { attendance } = found
    const { stayId, personId, day } = attendance
    if (attendance.version !== version) return refuse('supervision/stale')
    const said = consistent(typed)
    if (saysTheSame(attendance, said)) return refuse('supervision/nothing-corrected', {}, 'state')
    const closed = await closedFile(ctx, personId, day)
    if (closed) return closed
    if (!(await reviseAttendance(ctx, attendance, said, reason))) return refuse('supervision/stale')
    await emitEvent(ctx, {
      type: 'supervision/attendance-corrected',
      version: 1,
      subjectId: stayId,
      ids: { stay: stayId, person: personId },
      occurredOn: day,
    })
    return granted({ attendance: { ...attendance, ...said }, siaeId: found.siaeId })
  },
  trace: ({ attendanceId }, { attendance }) => ({
    subjects: { attendance: attendanceId, stay: attendance.stayId, person: attendance.personId },
    fields: ['state', 'lateMinutes', 'half', 'reason'],
  }),
})
