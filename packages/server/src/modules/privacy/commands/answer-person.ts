import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { mayKeepFiles } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { ANSWER_LIMIT } from '../model.ts'
import { personRequest } from '../queries/person-requests.ts'
import { writeAnswer } from '../store.ts'

const schema = z.object({
  id: z.uuid(),
  outcome: z.enum(['done', 'refused'], 'Dites si vous faites ce que la personne demande'),
  answer: z
    .string()
    .trim()
    .min(1, 'Écrivez ce que vous avez fait, ou pourquoi vous refusez')
    .max(ANSWER_LIMIT, `Écrivez ${ANSWER_LIMIT} caractères au plus`),
})

/** The organisation answers what a person asked: the answer is read in their space, a refusal with its reason and where to complain. */
export const answerPerson = command({
  name: 'privacy/answer-person',
  runsAs: 'app',
  schema,
  async run(ctx, { id, outcome, answer }) {
    const request = await personRequest(ctx, id)
    if (!request) return notFound()
    if (!mayKeepFiles(ctx.actor)) return refuse('privacy/not-yours')
    return (await writeAnswer(ctx, id, outcome, answer)) ? granted({ id, personId: request.personId }) : refuse('privacy/already-answered')
  },
  trace: (_typed, { id, personId }) => ({ subjects: { request: id, person: personId }, fields: ['outcome', 'answer'] }),
})
