import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { MESSAGE_LIMIT } from '../model-messages.ts'
import { mayAnswerMessages } from '../policy.ts'
import { markRead } from '../store-messages.ts'

const schema = z.object({
  messageId: z.uuid(),
  answer: z
    .string()
    .trim()
    .max(MESSAGE_LIMIT, `Écrivez ${MESSAGE_LIMIT} caractères au plus`)
    .transform((typed) => (typed === '' ? null : typed)),
})

/** Says that a word about somebody is read, with an answer for its author when there is one to give. */
export const answerMessage = command({
  name: 'supervision/answer-message',
  runsAs: 'app',
  schema,
  async run(ctx, { messageId, answer }) {
    if (!mayAnswerMessages(ctx.actor)) return refuse('supervision/message-not-yours')
    // A word that a colleague has just read is not found twice.
    const personId = await markRead(ctx, messageId, answer)
    if (personId === undefined) return refuse('supervision/message-read')
    await emitEvent(ctx, {
      type: 'supervision/message-read',
      version: 1,
      subjectId: messageId,
      ids: { counsellor_message: messageId, person: personId },
    })
    return granted({ personId, answered: answer !== null })
  },
  trace: ({ messageId }, { personId, answered }) => ({
    subjects: { counsellor_message: messageId, person: personId },
    fields: answered ? ['read', 'answer'] : ['read'],
  }),
})
