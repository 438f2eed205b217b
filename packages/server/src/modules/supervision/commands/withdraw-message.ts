import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayTellCounsellor } from '../policy.ts'
import { takeBackMessage } from '../store-messages.ts'

const schema = z.object({ messageId: z.uuid() })

/** Takes back a word that nobody has read yet: written of somebody else, or by mistake. */
export const withdrawMessage = command({
  name: 'supervision/withdraw-message',
  runsAs: 'app',
  schema,
  async run(ctx, { messageId }) {
    if (!mayTellCounsellor(ctx.actor)) return refuse('supervision/telling-not-yours')
    const personId = await takeBackMessage(ctx, messageId)
    if (personId === undefined) return refuse('supervision/message-read')
    await emitEvent(ctx, {
      type: 'supervision/message-withdrawn',
      version: 1,
      subjectId: messageId,
      ids: { counsellor_message: messageId, person: personId },
    })
    return granted({ personId })
  },
  trace: ({ messageId }, { personId }) => ({ subjects: { counsellor_message: messageId, person: personId }, fields: ['cancelled'] }),
})
