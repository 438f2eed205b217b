import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { accountsOf } from '../tables.ts'

const schema = z.object({ membershipId: z.uuid('Choisissez une casquette') })

/** Wears another hat: the rights of the next page are those of that membership alone. */
export const switchHat = command({
  name: 'accounts/switch-hat',
  runsAs: 'app',
  schema,
  async run(ctx, { membershipId }) {
    if (!ctx.actor.hats.some((hat) => hat.membershipId === membershipId)) return notFound()
    // Row security keeps this to the session of this browser: another one open elsewhere keeps its hat.
    await accountsOf(ctx.tx)
      .updateTable('session')
      .set({ membership_id: membershipId })
      .where('account_id', '=', ctx.actor.accountId)
      .execute()
    return granted({ membershipId })
  },
  trace: ({ membershipId }) => ({ subjects: { membership: membershipId }, fields: ['membership'] }),
})
