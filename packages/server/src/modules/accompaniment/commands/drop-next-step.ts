import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { DROP_REASONS } from '../model.ts'
import { mayAccompany } from '../policy.ts'
import { waitingStep } from '../queries/waiting-step.ts'
import { insertStepOutcome } from '../store-next-steps.ts'

const schema = z.object({ actId: z.uuid(), reason: z.enum(DROP_REASONS, 'Dites pourquoi') })

/** Gives up what an act said would come next: a code says why, an act says the rest when there is more to say. */
export const dropNextStep = command({
  name: 'accompaniment/drop-next-step',
  runsAs: 'app',
  schema,
  async run(ctx, { actId, reason }) {
    if (!mayAccompany(ctx.actor)) return refuse('accompaniment/not-yours')
    const step = await waitingStep(ctx, actId)
    if (!step) return notFound()
    await insertStepOutcome(ctx, step, { outcome: 'dropped', reason })
    const { personId } = step
    await emitEvent(ctx, { type: 'accompaniment/next-step-dropped', version: 1, subjectId: actId, ids: { act: actId, person: personId } })
    return granted({ personId })
  },
  trace: ({ actId }, { personId }) => ({ subjects: { act: actId, person: personId }, fields: ['reason'] }),
})
