import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayKeepFiles } from '../policy.ts'
import { personCard } from '../queries/person-card.ts'
import { teamsHolding } from '../queries/teams-holding.ts'
import { updateDeath } from '../store.ts'

const schema = z.object({ personId: z.uuid(), version: z.coerce.number().int().positive() })

/** A death recorded by mistake: the file opens again. The messages that were stopped stay stopped. */
export const withdrawDeath = command({
  name: 'people/withdraw-death',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, version }) {
    await lock(ctx, 'person', personId)
    const card = await personCard(ctx, personId)
    if (!card) return notFound()
    if (!mayKeepFiles(ctx.actor) || (await teamsHolding(ctx, card.id)).length === 0) return refuse('people/not-yours')
    if (card.diedOn === null) return refuse('people/not-recorded-as-dead')
    if (!(await updateDeath(ctx, card.id, version, null))) return refuse('platform/stale')
    await emitEvent(ctx, { type: 'people/death-withdrawn', version: 1, subjectId: card.id, ids: { person: card.id } })
    return granted({ personId: card.id })
  },
  trace: (_typed, { personId }) => ({ subjects: { person: personId }, fields: ['diedOn'] }),
})
