import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { READING_GROUNDS, REASON_LIMIT } from '../model.ts'
import { mayReadWithReason } from '../policy.ts'
import { personCard } from '../queries/person-card.ts'
import { openReading } from '../store.ts'

const schema = z.object({
  personId: z.uuid(),
  ground: z.enum(READING_GROUNDS, 'Choisissez la raison de cette lecture'),
  reason: z
    .string()
    .trim()
    .min(1, 'Dites en une phrase pourquoi vous lisez ce dossier')
    .max(REASON_LIMIT, `Écrivez ${REASON_LIMIT} caractères au plus`),
})

/**
 * Opens the accompaniment file of one person to the director of a structure that follows them, for the legal day that runs: told to the named
 * referents, and later to the person. Working notes stay with their author.
 */
export const readWithReason = command({
  name: 'people/read-with-reason',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, ground, reason }) {
    const card = await personCard(ctx, personId)
    if (!card) return notFound()
    if (!mayReadWithReason(ctx.actor) || !(card.circles.has('shared') || card.circles.has('employment')))
      return refuse('people/reading-not-yours')
    if (card.circles.has('referent')) return refuse('people/reads-already')
    const id = ctx.ids.next()
    if (!(await openReading(ctx, { id, personId: card.id, ground, reason }))) return refuse('people/too-many-readings')
    await emitEvent(ctx, { type: 'people/read-with-reason', version: 1, subjectId: card.id, ids: { person: card.id, access: id } })
    return granted({ id, personId: card.id })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { person: personId, access: id }, fields: ['ground', 'reason'] }),
})
