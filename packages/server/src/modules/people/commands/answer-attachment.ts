import { granted } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { codeHash } from '../attachment-code.ts'
import { refuse } from '../messages.fr.ts'
import { mayKeepFiles } from '../policy.ts'

export const ANSWERS = ['accepted', 'not-agreed', 'other-person'] as const

const schema = z.object({
  requestId: z.uuid(),
  answer: z.enum(ANSWERS, 'Choisissez une réponse'),
  /** Of a request on paper. */
  code: z.preprocess((typed) => (typed === '' ? undefined : typed), z.string().max(40).optional()),
})

/** The holder's answer to those who ask to share a file. Accepted, the provisional file of the asker joins it. */
export const answerAttachment = command({
  name: 'people/answer-attachment',
  runsAs: 'app',
  schema,
  async run(ctx, { requestId, answer, code }) {
    if (!mayKeepFiles(ctx.actor)) return refuse('people/not-yours')
    const { rows } = await sql<{ answer: string }>`
      select answer_attachment(${requestId}, ${answer}, ${code === undefined ? null : codeHash(code)}) as answer`.execute(ctx.tx)
    if (rows[0]?.answer !== 'done') return refuse('people/attachment-answered')
    await emitEvent(ctx, { type: 'people/attachment-answered', version: 1, subjectId: requestId, ids: { request: requestId } })
    return granted({ requestId, answer })
  },
  trace: ({ requestId }) => ({ subjects: { request: requestId }, fields: ['answer'] }),
})
