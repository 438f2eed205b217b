import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { keepCompanyAnomalies } from '../keep-company-anomalies.ts'
import { refuse } from '../messages.fr.ts'
import { mayPlace } from '../policy.ts'
import { missionCard } from '../queries/mission-register.ts'
import { statementsOf } from '../queries/statements-of.ts'
import { updateAssignment } from '../store-missions.ts'

const schema = z.object({ assignmentId: z.uuid(), version: z.coerce.number().int().positive() })

/** A mission that did not take place is taken back; one with hours took place. */
export const cancelMission = command({
  name: 'assignments/cancel-mission',
  runsAs: 'app',
  schema,
  async run(ctx, { assignmentId, version }) {
    const mission = await missionCard(ctx, assignmentId)
    if (!mission) return notFound()
    if (!mayPlace(ctx.actor)) return refuse('assignments/not-yours')
    if (mission.cancelled) return refuse('assignments/mission-cancelled')
    if ((await statementsOf(ctx, assignmentId)).some(({ hours }) => hours > 0)) return refuse('assignments/mission-with-hours')
    if (!(await updateAssignment(ctx, { id: assignmentId, version }, 'cancel'))) return refuse('platform/stale')
    await keepCompanyAnomalies(ctx, { ...mission, id: mission.stayId })
    await emitEvent(ctx, { type: 'assignments/mission-cancelled', version: 1, subjectId: assignmentId, ids: { assignment: assignmentId } })
    return granted({ id: assignmentId, personId: mission.personId })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { assignment: id, person: personId }, fields: ['cancelled'] }),
})
