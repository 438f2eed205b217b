import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { takeImmersion } from '../immersion-in-hand.ts'
import { lookAtImmersions } from '../look-at-immersions.ts'
import { refuse } from '../messages.fr.ts'
import { OUTCOMES } from '../model.ts'
import { conclude } from '../store.ts'

const schema = z.object({
  immersionId: z.uuid(),
  endedOn: z.iso.date('Saisissez le dernier jour réellement fait').transform(day),
  outcome: z.enum(OUTCOMES, 'Dites si l’objectif est atteint'),
  hired: z.enum(['yes', 'no'], 'Dites si l’employeur embauche la personne').transform((said) => said === 'yes'),
  learnt: z.preprocess(
    (typed) => (typed === '' ? null : typed),
    z.string().trim().max(1000, 'Écrivez 1 000 caractères au plus').nullable(),
  ),
})

/** Says what became of an immersion: its real last day, whether its object was reached, what was learnt. Said again, it replaces what was said. */
export const concludeImmersion = command({
  name: 'immersions/conclude-immersion',
  runsAs: 'app',
  schema,
  async run(ctx, { immersionId, ...said }) {
    const taken = await takeImmersion(ctx, immersionId)
    if (!taken.ok) return taken
    const { immersion, stay } = taken.value
    const { first, last, personId } = immersion
    if (first > ctx.today) return refuse('immersions/not-begun', { first: frenchDate(first) })
    if (said.endedOn < first || said.endedOn > last)
      return refuse('immersions/ended-outside', { first: frenchDate(first), last: frenchDate(last) }, 'endedOn')
    if (said.endedOn > ctx.today) return refuse('immersions/ended-to-come', {}, 'endedOn')
    await conclude(ctx, immersionId, said)
    await lookAtImmersions(ctx, stay)
    await emitEvent(ctx, {
      type: 'immersions/immersion-concluded',
      version: 1,
      subjectId: immersionId,
      ids: { immersion: immersionId, stay: stay.id },
    })
    return granted({ personId })
  },
  trace: ({ immersionId }, { personId }) => ({
    subjects: { immersion: immersionId, person: personId },
    fields: ['endedOn', 'outcome', 'hired', 'learnt'],
  }),
})
