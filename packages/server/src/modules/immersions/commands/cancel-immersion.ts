import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { takeImmersion } from '../immersion-in-hand.ts'
import { lookAtImmersions, settle } from '../look-at-immersions.ts'
import { refuse } from '../messages.fr.ts'
import { cancel } from '../store.ts'

const schema = z.object({ immersionId: z.uuid() })

/** Takes back an immersion that did not take place, or was noted wrong: it counts for nothing any more, its trace stays. */
export const cancelImmersion = command({
  name: 'immersions/cancel-immersion',
  runsAs: 'app',
  schema,
  async run(ctx, { immersionId }) {
    const taken = await takeImmersion(ctx, immersionId)
    if (!taken.ok) return taken
    const { immersion, stay } = taken.value
    if (!(await cancel(ctx, immersionId))) return refuse('immersions/already-cancelled')
    await settle(ctx, immersion)
    await lookAtImmersions(ctx, stay)
    await emitEvent(ctx, {
      type: 'immersions/immersion-cancelled',
      version: 1,
      subjectId: immersionId,
      ids: { immersion: immersionId, stay: stay.id },
    })
    return granted({ personId: immersion.personId })
  },
  trace: ({ immersionId }, { personId }) => ({ subjects: { immersion: immersionId, person: personId }, fields: ['cancelled'] }),
})
