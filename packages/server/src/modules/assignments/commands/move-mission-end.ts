import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { keepCompanyAnomalies } from '../keep-company-anomalies.ts'
import { refuse } from '../messages.fr.ts'
import { END_REASONS } from '../model.ts'
import { mayPlace } from '../policy.ts'
import { missionCard } from '../queries/mission-register.ts'
import { statementsOf } from '../queries/statements-of.ts'
import { updateAssignment } from '../store-missions.ts'

const schema = z.object({
  assignmentId: z.uuid(),
  version: z.coerce.number().int().positive(),
  lastDay: z.iso.date('Saisissez le dernier jour de la mission').transform(day),
  reason: z.preprocess((typed) => (typed === '' ? null : typed), z.enum(END_REASONS).nullable()),
})

/** A mission is extended, or ends before the day agreed, and says why. Days already worked stay inside. */
export const moveMissionEnd = command({
  name: 'assignments/move-mission-end',
  runsAs: 'app',
  schema,
  async run(ctx, { assignmentId, version, lastDay, reason }) {
    const mission = await missionCard(ctx, assignmentId)
    if (!mission) return notFound()
    if (!mayPlace(ctx.actor)) return refuse('assignments/not-yours')
    if (mission.cancelled) return refuse('assignments/mission-cancelled')
    if (lastDay < mission.firstDay) return refuse('assignments/ends-before-it-begins', {}, 'lastDay')
    if (lastDay === mission.lastDay) return refuse('assignments/same-last-day', {}, 'lastDay')
    const shorter = mission.lastDay === null || lastDay < mission.lastDay
    if (shorter && reason === null) return refuse('assignments/end-reason-missing', {}, 'reason')
    await lock(ctx, 'person', mission.personId)
    const told = (await statementsOf(ctx, assignmentId)).find(({ days }) => days.last > lastDay)
    if (told) return refuse('assignments/hours-after-the-end', { last: frenchDate(told.days.last) }, 'lastDay')
    if (!(await updateAssignment(ctx, { id: assignmentId, version }, { lastDay, endReason: shorter ? reason : null })))
      return refuse('platform/stale')
    await keepCompanyAnomalies(ctx, { ...mission, id: mission.stayId })
    await emitEvent(ctx, { type: 'assignments/mission-end-moved', version: 1, subjectId: assignmentId, ids: { assignment: assignmentId } })
    return granted({ id: assignmentId, personId: mission.personId })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { assignment: id, person: personId }, fields: ['lastDay', 'reason'] }),
})
