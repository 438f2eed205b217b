import { day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayNoteAttendance } from '../policy.ts'
import { teamOfDay } from '../queries/team-of-day.ts'
import { insertAttendance } from '../store.ts'

const schema = z.object({
  siaeId: z.uuid(),
  worksiteId: z.uuid().nullable(),
  day: z.iso.date('Choisissez un jour').transform(day),
})

/** Notes that everybody expected at a place is there, but those of whom something is said already: one then says who is not. */
export const noteWholeTeam = command({
  name: 'supervision/note-whole-team',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, worksiteId, day: on }) {
    if (!mayNoteAttendance(ctx.actor)) return refuse('supervision/attendance-not-yours')
    if (on > ctx.today) return refuse('supervision/day-to-come', {}, 'jour')
    const team = await teamOfDay(ctx, { siaeId, worksiteId }, on)
    const waiting = team.filter(({ expected, attendance }) => expected && attendance === null)
    if (waiting.length === 0) return refuse('supervision/nobody-to-note')
    await insertAttendance(
      ctx,
      waiting.map(({ stayId, personId, organisationId }) => ({
        id: ctx.ids.next(),
        stayId,
        personId,
        organisationId,
        worksiteId,
        day: on,
      })),
      { state: 'present', lateMinutes: null, half: null },
    )
    await emitEvent(ctx, {
      type: 'supervision/team-noted',
      version: 1,
      subjectId: worksiteId ?? siaeId,
      ids: { siae: siaeId, ...(worksiteId === null ? {} : { worksite: worksiteId }) },
      occurredOn: on,
    })
    return granted({ siaeId, noted: waiting.length })
  },
  trace: (_typed, { siaeId }) => ({ subjects: { siae: siaeId }, fields: ['state'] }),
})
