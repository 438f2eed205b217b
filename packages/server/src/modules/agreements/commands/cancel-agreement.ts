import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { cancelReason } from '../act-schema.ts'
import { agreementInHand } from '../in-hand.ts'
import { refuse } from '../messages.fr.ts'
import { cancelRow } from '../store.ts'

const schema = z.object({ agreementId: z.uuid(), version: z.coerce.number().int().positive(), reason: cancelReason })

/** Takes back an agreement typed in error, once no annex rests on it. */
export const cancelAgreement = command({
  name: 'agreements/cancel-agreement',
  runsAs: 'app',
  schema,
  async run(ctx, { agreementId, version, reason }) {
    const taken = await agreementInHand(ctx, agreementId)
    if (!taken.ok) return taken
    const { siae, annexes } = taken.value
    if (annexes.some((each) => each.agreementId === agreementId && each.cancellation === null))
      return refuse('agreements/agreement-has-annexes')
    if (!(await cancelRow(ctx, 'agreement', { id: agreementId, version, reason }))) return refuse('platform/stale')
    await emitEvent(ctx, {
      type: 'agreements/agreement-cancelled',
      version: 1,
      subjectId: siae.id,
      ids: { siaeId: siae.id, agreementId },
      territoryId: siae.territoryId,
    })
    return granted({ siaeId: siae.id })
  },
  trace: ({ agreementId }, { siaeId }) => ({ subjects: { siae: siaeId, agreement: agreementId }, fields: ['cancelledReason'] }),
})
