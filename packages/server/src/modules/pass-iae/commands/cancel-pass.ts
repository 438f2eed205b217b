import { granted, type Outcome } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { mayIssue } from '../policy.ts'
import { takeInHand } from '../standing.ts'
import { cancelPassRow } from '../store.ts'

const schema = z.object({ passId: z.uuid() })

/** Cancels a right whose hire never took place: it stays written, covers no day any more, and opens no waiting period. */
export const cancelPassCommand = command({
  name: 'pass-iae/cancel-pass',
  runsAs: 'app',
  schema,
  async run(ctx, { passId }): Promise<Outcome<{ readonly passId: string; readonly personId: string }>> {
    const taken = await takeInHand(ctx, passId, mayIssue)
    if (!taken.ok) return taken
    const { personId } = taken.value.pass
    await cancelPassRow(ctx, passId)
    await emitEvent(ctx, { type: 'pass-iae/cancelled', version: 1, subjectId: personId, ids: { person: personId, pass: passId } })
    return granted({ passId, personId })
  },
  trace: ({ passId }, { personId }) => ({ subjects: { person: personId, pass: passId } }),
})

/** The same, for the slice that cancels a hire. */
export const cancelPass = (ctx: Ctx, passId: string): Promise<Outcome<{ readonly passId: string; readonly personId: string }>> =>
  cancelPassCommand.execute(ctx, { passId })
