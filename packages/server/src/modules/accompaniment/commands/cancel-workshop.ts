import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayAccompany } from '../policy.ts'
import { findWorkshop } from '../queries/workshops.ts'
import { takeBackWorkshop } from '../store-workshops.ts'

const schema = z.object({ workshopId: z.uuid() })

/** Takes back a workshop noted by mistake, and with it the act of everybody who was there. */
export const cancelWorkshop = command({
  name: 'accompaniment/cancel-workshop',
  runsAs: 'app',
  schema,
  async run(ctx, { workshopId }) {
    if (!mayAccompany(ctx.actor)) return refuse('accompaniment/not-yours')
    const found = await findWorkshop(ctx, workshopId)
    if (!found) return notFound()
    if (found.workshop.recordedBy !== ctx.actor.accountId) return refuse('accompaniment/not-author-of-workshop')
    if (!(await takeBackWorkshop(ctx, workshopId))) return refuse('accompaniment/already-cancelled')
    await emitEvent(ctx, { type: 'accompaniment/workshop-cancelled', version: 1, subjectId: workshopId, ids: { workshop: workshopId } })
    return granted({ id: workshopId })
  },
  trace: ({ workshopId }) => ({ subjects: { workshop: workshopId }, fields: ['cancelled'] }),
})
