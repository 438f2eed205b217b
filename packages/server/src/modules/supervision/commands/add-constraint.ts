import { day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile, personCard } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { SAID_BY, SENTENCE_LIMIT } from '../model-constraints.ts'
import { mayKeepConstraints } from '../policy.ts'
import { employsPerson } from '../queries/employs-person.ts'
import { insertConstraint } from '../store-constraints.ts'

const schema = z.object({
  personId: z.uuid(),
  sentence: z
    .string()
    .trim()
    .min(1, 'Écrivez la contrainte, par exemple « disponible avant 15 h 30 »')
    .max(SENTENCE_LIMIT, `Écrivez ${SENTENCE_LIMIT} caractères au plus`),
  saidBy: z.enum(SAID_BY, 'Dites qui l’a signalée'),
  first: z.iso.date('Saisissez le premier jour').transform(day),
  last: z.iso.date().transform(day).nullable().default(null),
})

/** Writes under which condition somebody can work, for those who organise the work; never why. */
export const addConstraint = command({
  name: 'supervision/add-constraint',
  runsAs: 'app',
  schema,
  async run(ctx, { personId: asked, ...said }) {
    const person = await personCard(ctx, asked)
    if (!person) return notFound()
    const { hat } = ctx.actor
    if (!hat || !mayKeepConstraints(ctx.actor) || !(await employsPerson(ctx, person.id))) return refuse('supervision/constraints-not-yours')
    if (said.last !== null && said.last < said.first) return refuse('supervision/constraint-ends-before', {}, 'last')
    const closed = await closedFile(ctx, person.id)
    if (closed) return closed
    const id = ctx.ids.next()
    await insertConstraint(ctx, { id, personId: person.id, organisationId: hat.organisationId, ...said })
    await emitEvent(ctx, { type: 'supervision/constraint-added', version: 1, subjectId: id, ids: { constraint: id, person: person.id } })
    return granted({ id, personId: person.id })
  },
  trace: (_typed, { id, personId }) => ({
    subjects: { constraint: id, person: personId },
    fields: ['sentence', 'saidBy', 'first', 'last'],
  }),
})
