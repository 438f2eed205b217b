import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import { ATTEMPTS } from './dispatch-events.ts'

/** A delivery that nobody will try again: what happened, who was to be told, why they were not. */
export interface FailedDelivery {
  readonly eventId: string
  readonly type: string
  readonly handler: string
  readonly attempts: number
  /** The name of the last error, never its message: a message may quote what somebody typed. */
  readonly lastFailure: string | null
}

/** The deliveries given up, oldest first, as the jobs see them. What the administrator's page of failures will show. */
export async function failedDeliveries(tx: Tx): Promise<readonly FailedDelivery[]> {
  const { rows } = await sql<FailedDelivery>`
    select event.id as "eventId", event.type, delivery.handler, delivery.attempts, delivery.last_failure as "lastFailure"
    from delivery join event on event.id = delivery.event_id
    where delivery.delivered_at is null and delivery.attempts >= ${ATTEMPTS}
    order by event.position`.execute(tx)
  return rows
}
