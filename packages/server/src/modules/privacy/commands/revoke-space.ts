import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { mayKeepFiles, personCard } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { revokeKeys } from '../store.ts'

const schema = z.object({ personId: z.uuid() })

/** Takes back the way in that one's organisation gave: a paper lost, a telephone stolen. A space open by it closes at once. */
export const revokeSpace = command({
  name: 'privacy/revoke-space',
  runsAs: 'app',
  schema,
  async run(ctx, { personId }) {
    const card = await personCard(ctx, personId)
    if (!card) return notFound()
    if (!mayKeepFiles(ctx.actor)) return refuse('privacy/not-yours')
    await lock(ctx, 'person', card.id)
    return (await revokeKeys(ctx, card.id)) === 0 ? refuse('privacy/no-key') : granted({ personId: card.id })
  },
  trace: (_typed, { personId }) => ({ subjects: { person: personId } }),
})
