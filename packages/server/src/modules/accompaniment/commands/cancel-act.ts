import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { findAct } from '../queries/acts-of.ts'
import { takeBack } from '../store.ts'

const schema = z.object({ actId: z.uuid() })

/** Takes back an act noted by mistake: nobody reads it any more, its trace stays. */
export const cancelAct = command({
  name: 'accompaniment/cancel-act',
  runsAs: 'app',
  schema,
  async run(ctx, { actId }) {
    const act = await findAct(ctx, actId)
    if (!act) return notFound()
    if (act.recordedBy !== ctx.actor.accountId) return refuse('accompaniment/not-author')
    if (!(await takeBack(ctx, actId))) return refuse('accompaniment/already-cancelled')
    const { id, personId } = act
    await emitEvent(ctx, { type: 'accompaniment/act-cancelled', version: 1, subjectId: id, ids: { act: id, person: personId } })
    return granted({ id, personId, workshopId: act.workshopId })
  },
  trace: ({ actId }, { personId }) => ({ subjects: { act: actId, person: personId }, fields: ['cancelled'] }),
})
