import { granted } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { mayOperate } from '../policy.ts'

const schema = z.object({ orderId: z.uuid() })

/** Takes back what was confirmed, while the night has not done it. */
export const withdrawRetention = command({
  name: 'administration/withdraw-retention',
  runsAs: 'app',
  schema,
  async run({ tx, actor, now }, { orderId }) {
    if (!mayOperate(actor)) return notFound()
    const { numAffectedRows } = await sql`
      update retention_order set withdrawn_at = ${now.toString()} where id = ${orderId} and withdrawn_at is null and done_at is null`.execute(
      tx,
    )
    return numAffectedRows === 1n ? granted({ orderId }) : refuse('administration/retention-too-late')
  },
  trace: ({ orderId }) => ({ subjects: { order: orderId } }),
})
