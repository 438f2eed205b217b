import { day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayPlace } from '../policy.ts'
import { missionCard } from '../queries/mission-register.ts'
import { updateAssignment } from '../store-missions.ts'

const dayOrNull = z.iso.date().transform(day).nullable().default(null)
const schema = z.object({
  assignmentId: z.uuid(),
  version: z.coerce.number().int().positive(),
  agreementSignedOn: dayOrNull,
  contractGivenOn: dayOrNull,
})

/** Says when the placement agreement was signed with the client, and the contract of mission given to the person. */
export const recordMissionPapers = command({
  name: 'assignments/record-mission-papers',
  runsAs: 'app',
  schema,
  async run(ctx, { assignmentId, version, ...papers }) {
    const mission = await missionCard(ctx, assignmentId)
    if (!mission) return notFound()
    if (!mayPlace(ctx.actor)) return refuse('assignments/not-yours')
    if (mission.cancelled) return refuse('assignments/mission-cancelled')
    for (const field of ['agreementSignedOn', 'contractGivenOn'] as const) {
      const on = papers[field]
      if (on !== null && on > ctx.today) return refuse('assignments/signed-in-the-future', {}, field)
    }
    if (!(await updateAssignment(ctx, { id: assignmentId, version }, papers))) return refuse('platform/stale')
    await emitEvent(ctx, { type: 'assignments/papers-recorded', version: 1, subjectId: assignmentId, ids: { assignment: assignmentId } })
    return granted({ id: assignmentId })
  },
  trace: ({ assignmentId }) => ({ subjects: { assignment: assignmentId }, fields: ['agreementSignedOn', 'contractGivenOn'] }),
})
