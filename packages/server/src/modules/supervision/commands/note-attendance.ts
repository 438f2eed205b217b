import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { ATTENDANCE_STATES, HALVES, LATEST, type Said, saysTheSame } from '../model.ts'
import { isStillOpen, mayCorrectAttendance, mayNoteAttendance } from '../policy.ts'
import { stayOnDay } from '../queries/stay-on-day.ts'
import { insertAttendance, reviseAttendance } from '../store.ts'

const empty = (typed: unknown) => (typed === '' ? null : typed)

/** What a form says of somebody on a day. */
export const saidFields = {
  lateMinutes: z.preprocess(
    empty,
    z.coerce
      .number('Saisissez le retard en minutes, par exemple 20')
      .int('Saisissez des minutes entières')
      .min(1, 'Saisissez un retard d’au moins une minute')
      .max(LATEST, 'Saisissez un retard de dix heures au plus, en minutes')
      .nullable(),
  ),
  half: z.preprocess(empty, z.enum(HALVES, 'Choisissez le matin, l’après-midi ou la journée').nullable()),
}

const schema = z.object({
  stayId: z.uuid('Choisissez une personne'),
  worksiteId: z.uuid().nullable(),
  day: z.iso.date('Choisissez un jour').transform(day),
  state: z.enum([...ATTENDANCE_STATES, 'withdrawn'], 'Choisissez présence, retard ou absence'),
  ...saidFields,
})

/** What is said, without what does not go with it: minutes of a presence, half of a lateness. */
export const consistent = ({ state, lateMinutes, half }: Said): Said => ({
  state,
  lateMinutes: state === 'late' ? lateMinutes : null,
  half: state === 'absent' ? half : null,
})

/**
 * Notes whether somebody is at work: one press, as often as one likes on the same day. Said twice, it is written once; after that day it is corrected
 * with a reason, which is another act.
 */
export const noteAttendance = command({
  name: 'supervision/note-attendance',
  runsAs: 'app',
  schema,
  async run(ctx, { stayId, worksiteId, day: on, ...typed }) {
    if (!mayNoteAttendance(ctx.actor)) return refuse('supervision/attendance-not-yours')
    if (on > ctx.today) return refuse('supervision/day-to-come', {}, 'jour')
    const stay = await stayOnDay(ctx, { stayId, day: on, worksiteId })
    if (!stay) return notFound()
    const { personId, organisationId, attendance } = stay
    const said = consistent(typed)
    if (attendance ? saysTheSame(attendance, said) : said.state === 'withdrawn') return granted({ stayId, personId, changed: false })
    if (attendance && !isStillOpen(attendance, ctx.today))
      return mayCorrectAttendance(ctx.actor)
        ? refuse('supervision/noted-another-day', { on: frenchDate(attendance.notedOn) })
        : refuse('supervision/correction-not-yours')
    const closed = await closedFile(ctx, personId, on)
    if (closed) return closed
    if (attendance) {
      if (!(await reviseAttendance(ctx, attendance, said, null))) return refuse('supervision/stale')
    } else await insertAttendance(ctx, [{ id: ctx.ids.next(), stayId, personId, organisationId, worksiteId, day: on }], said)
    await emitEvent(ctx, {
      type: 'supervision/attendance-noted',
      version: 1,
      subjectId: stayId,
      ids: { stay: stayId, person: personId },
      occurredOn: on,
    })
    return granted({ stayId, personId, changed: true })
  },
  trace: (_typed, { stayId, personId, changed }) => ({
    subjects: { stay: stayId, person: personId },
    fields: changed ? ['state', 'lateMinutes', 'half'] : [],
  }),
})
