import { day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { hourTyped } from '../hour-typed.ts'
import { refuse } from '../messages.fr.ts'
import { mayAccompany } from '../policy.ts'
import { waitingStep } from '../queries/waiting-step.ts'
import { insertStepOutcome } from '../store-next-steps.ts'

const schema = z.object({ actId: z.uuid(), on: z.iso.date('Saisissez le nouveau jour').transform(day), at: z.string().max(10).default('') })

/** Moves what an act said would come next to another day, as often as life asks. */
export const moveNextStep = command({
  name: 'accompaniment/move-next-step',
  runsAs: 'app',
  schema,
  async run(ctx, { actId, on, at }) {
    if (!mayAccompany(ctx.actor)) return refuse('accompaniment/not-yours')
    const step = await waitingStep(ctx, actId)
    if (!step) return notFound()
    if (on < ctx.today) return refuse('accompaniment/moved-to-the-past', {}, 'on')
    const hour = hourTyped(at)
    if (hour === undefined) return refuse('accompaniment/no-such-hour', {}, 'at')
    await insertStepOutcome(ctx, step, { outcome: 'moved', on, at: hour })
    const { personId } = step
    await emitEvent(ctx, { type: 'accompaniment/next-step-moved', version: 1, subjectId: actId, ids: { act: actId, person: personId } })
    return granted({ personId, on })
  },
  trace: ({ actId }, { personId }) => ({ subjects: { act: actId, person: personId }, fields: ['on', 'at'] }),
})
