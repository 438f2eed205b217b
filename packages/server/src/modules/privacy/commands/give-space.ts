import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { closedFile, codeHash, mayKeepFiles, newCode, personCard } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { insertKey, revokeKeys } from '../store.ts'

const schema = z.object({ personId: z.uuid() })

/**
 * Gives a person the way into their own space: a code to be written or printed on paper, given this once and kept nowhere. It replaces the one that
 * the same organisation had given.
 */
export const giveSpace = command({
  name: 'privacy/give-space',
  runsAs: 'app',
  schema,
  async run(ctx, { personId }) {
    const card = await personCard(ctx, personId)
    if (!card) return notFound()
    if (!mayKeepFiles(ctx.actor)) return refuse('privacy/not-yours')
    await lock(ctx, 'person', card.id)
    const closed = await closedFile(ctx, card.id)
    if (closed) return closed
    if (card.state !== 'confirmed') return refuse('privacy/provisional')
    await revokeKeys(ctx, card.id)
    const code = newCode()
    await insertKey(ctx, { id: ctx.ids.next(), personId: card.id, codeHash: codeHash(code, 'space') })
    return granted({ personId: card.id, code })
  },
  trace: (_typed, { personId }) => ({ subjects: { person: personId } }),
})
