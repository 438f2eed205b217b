import { frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayEndDelegation } from '../policy.ts'
import { endDelegationOn, findDelegation } from '../store.ts'

const schema = z.object({ delegationId: z.uuid() })

/** Ends a delegation tonight, or withdraws one that has not begun. */
export const endDelegation = command({
  name: 'organisations/end-delegation',
  runsAs: 'app',
  schema,
  async run(ctx, { delegationId }) {
    const delegation = await findDelegation(ctx, delegationId)
    if (!delegation) return notFound()
    if (!mayEndDelegation(ctx.actor, delegation)) return refuse('organisations/not-yours')
    const { last } = delegation.period
    if (last <= ctx.today) return refuse('organisations/delegation-already-ended', { last: frenchDate(last) })
    await endDelegationOn(ctx, delegation, ctx.today)
    await emitEvent(ctx, {
      type: 'organisations/delegation-ended',
      version: 1,
      subjectId: delegation.organisationId,
      ids: { delegation: delegationId },
    })
    return granted({ delegationId })
  },
  trace: ({ delegationId }) => ({ subjects: { delegation: delegationId }, fields: ['lastDay'] }),
})
