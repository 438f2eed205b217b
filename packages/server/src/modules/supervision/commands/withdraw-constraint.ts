import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayKeepConstraints } from '../policy.ts'
import { takeBackConstraint } from '../store-constraints.ts'

const schema = z.object({ constraintId: z.uuid() })

/** Takes back a constraint that holds no more, or was written by mistake. */
export const withdrawConstraint = command({
  name: 'supervision/withdraw-constraint',
  runsAs: 'app',
  schema,
  async run(ctx, { constraintId }) {
    if (!mayKeepConstraints(ctx.actor)) return refuse('supervision/constraints-not-yours')
    const personId = await takeBackConstraint(ctx, constraintId)
    if (personId === undefined) return refuse('supervision/constraint-withdrawn')
    await emitEvent(ctx, {
      type: 'supervision/constraint-withdrawn',
      version: 1,
      subjectId: constraintId,
      ids: { constraint: constraintId, person: personId },
    })
    return granted({ personId })
  },
  trace: ({ constraintId }, { personId }) => ({ subjects: { constraint: constraintId, person: personId }, fields: ['cancelled'] }),
})
