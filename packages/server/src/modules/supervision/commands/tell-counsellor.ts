import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile, personCard } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { MESSAGE_LIMIT } from '../model-messages.ts'
import { mayTellCounsellor } from '../policy.ts'
import { employsPerson } from '../queries/employs-person.ts'
import { insertMessage } from '../store-messages.ts'

const schema = z.object({
  personId: z.uuid(),
  words: z.string().trim().min(1, 'Écrivez ce que la CIP doit savoir').max(MESSAGE_LIMIT, `Écrivez ${MESSAGE_LIMIT} caractères au plus`),
})

/** Leaves a word about somebody for those who follow them in the same structure. */
export const tellCounsellor = command({
  name: 'supervision/tell-counsellor',
  runsAs: 'app',
  schema,
  async run(ctx, { personId: asked, words }) {
    const { hat } = ctx.actor
    if (!hat || !mayTellCounsellor(ctx.actor)) return refuse('supervision/telling-not-yours')
    const person = await personCard(ctx, asked)
    if (!person || !(await employsPerson(ctx, person.id))) return notFound()
    const closed = await closedFile(ctx, person.id)
    if (closed) return closed
    const id = await insertMessage(ctx, { personId: person.id, organisationId: hat.organisationId, words })
    await emitEvent(ctx, {
      type: 'supervision/counsellor-told',
      version: 1,
      subjectId: id,
      ids: { counsellor_message: id, person: person.id },
    })
    return granted({ id, personId: person.id })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { counsellor_message: id, person: personId }, fields: ['words'] }),
})
