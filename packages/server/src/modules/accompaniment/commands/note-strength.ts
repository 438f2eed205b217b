import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { mayWriteOf } from '../may-write-of.ts'
import { STRENGTH_LIMIT } from '../model-barriers.ts'
import { insertStrength } from '../store-barriers.ts'

const schema = z.object({
  personId: z.uuid(),
  words: z
    .string()
    .trim()
    .min(1, 'Écrivez ce sur quoi la personne peut s’appuyer')
    .max(STRENGTH_LIMIT, `Écrivez ${STRENGTH_LIMIT} caractères au plus`),
})

/** Notes what a person can lean on, in a sentence. */
export const noteStrength = command({
  name: 'accompaniment/note-strength',
  runsAs: 'app',
  schema,
  async run(ctx, { personId: asked, words }) {
    const may = await mayWriteOf(ctx, asked)
    if (!may.ok) return may
    const { personId, organisationId } = may.value
    const id = ctx.ids.next()
    await insertStrength(ctx, { id, personId, organisationId }, words)
    await emitEvent(ctx, { type: 'accompaniment/strength-noted', version: 1, subjectId: id, ids: { strength: id, person: personId } })
    return granted({ id, personId })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { strength: id, person: personId }, fields: ['words'] }),
})
