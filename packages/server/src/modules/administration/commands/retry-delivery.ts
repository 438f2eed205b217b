import { granted } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { ATTEMPTS } from '../../../platform/jobs/dispatch-events.ts'
import { refuse } from '../messages.fr.ts'
import { mayOperate } from '../policy.ts'

const schema = z.object({ eventId: z.uuid(), handler: z.string().min(1).max(120) })

/** Has a delivery that was given up tried again, ten times more: what made it fail was mended. */
export const retryDelivery = command({
  name: 'administration/retry-delivery',
  runsAs: 'app',
  schema,
  async run({ tx, actor }, { eventId, handler }) {
    if (!mayOperate(actor)) return notFound()
    const { rows } = await sql<{ done: boolean | null }>`select retry_delivery(${eventId}, ${handler}, ${ATTEMPTS}) as done`.execute(tx)
    return rows[0]?.done ? granted({ eventId }) : refuse('administration/delivery-not-failed')
  },
  trace: ({ eventId, handler }) => ({ subjects: { event: eventId, handler } }),
})
