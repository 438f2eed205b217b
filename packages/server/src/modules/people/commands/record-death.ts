import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayKeepFiles } from '../policy.ts'
import { personCard } from '../queries/person-card.ts'
import { teamsHolding } from '../queries/teams-holding.ts'
import { silencePerson, updateDeath } from '../store.ts'

const schema = z.object({
  personId: z.uuid(),
  version: z.coerce.number().int().positive(),
  diedOn: z.iso.date('Saisissez la date du décès').transform(day),
})

/**
 * Records a death. In the same transaction the messages that wait never leave, the person's own way in closes, the codes on paper are worth nothing.
 * The file is closed: what happened before may still be recorded, nothing else changes.
 */
export const recordDeath = command({
  name: 'people/record-death',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, version, diedOn }) {
    await lock(ctx, 'person', personId)
    const card = await personCard(ctx, personId)
    if (!card) return notFound()
    if (!mayKeepFiles(ctx.actor) || (await teamsHolding(ctx, card.id)).length === 0) return refuse('people/not-yours')
    if (card.diedOn !== null) return refuse('people/person-died', { on: frenchDate(card.diedOn) })
    if (diedOn > ctx.today) return refuse('people/death-in-the-future', {}, 'diedOn')
    if (card.birth.date !== null && diedOn < card.birth.date) return refuse('people/death-before-birth', {}, 'diedOn')
    if (!(await updateDeath(ctx, card.id, version, diedOn))) return refuse('platform/stale')
    await silencePerson(ctx, card.id)
    await emitEvent(ctx, { type: 'people/death-recorded', version: 1, subjectId: card.id, ids: { person: card.id } })
    return granted({ personId: card.id })
  },
  trace: (_typed, { personId }) => ({ subjects: { person: personId }, fields: ['diedOn'] }),
})
