import { granted } from '@maillage/kernel'
import { answerDue } from '@maillage/rules/privacy'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { REQUEST_KINDS, SAID_LIMIT } from '../model.ts'
import { ownAccess } from '../queries/own-access.ts'
import { insertRequest } from '../store.ts'

const schema = z.object({
  organisationId: z.uuid('Choisissez à qui vous demandez'),
  kind: z.enum(REQUEST_KINDS, 'Choisissez ce que vous demandez'),
  said: z.preprocess(
    (typed) => (typed === '' ? null : typed),
    z.string().trim().max(SAID_LIMIT, `Écrivez ${SAID_LIMIT} caractères au plus`).nullable(),
  ),
})

/** The person asks an organisation that reads or read their file for a copy of everything it keeps, or for a correction: due within the month. */
export const askOrganisation = command({
  name: 'privacy/ask-organisation',
  runsAs: 'app',
  schema,
  async run(ctx, { organisationId, kind, said }) {
    if (!ctx.actor.subject) return notFound()
    if (!(await ownAccess(ctx)).some((each) => each.organisationId === organisationId)) return notFound()
    if (kind === 'correction' && said === null) return refuse('privacy/correction-unsaid', {}, 'said')
    const dueOn = answerDue(ctx.law, ctx.today)
    return granted({ id: await insertRequest(ctx, { organisationId, kind, said, dueOn }) })
  },
  trace: (_typed, { id }) => ({ subjects: { request: id }, fields: ['kind', 'said'] }),
})
