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
  /** When what was to be told happened. */
  readonly recordedAt: string
}

/** The deliveries given up, oldest first, for jobs and for administrators; nobody else is told of any. */
export async function failedDeliveries(tx: Tx): Promise<readonly FailedDelivery[]> {
  const { rows } = await sql<FailedDelivery>`
    select event_id as "eventId", type, handler, attempts, last_failure as "lastFailure",
      to_char(recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"
    from failed_deliveries(${ATTEMPTS})`.execute(tx)
  return rows
}
