import { sql } from 'kysely'
import type { EventHandler } from '../../platform/events/event-handler.ts'

/** Somebody answers in law for the minor from now on: the contracts that missed it are in order, whoever the employer is. */
export const settleRepresentative: EventHandler = {
  name: 'employment/settle-representative',
  event: 'people/representative-named',
  async handle({ tx, now, event: { ids } }) {
    if (ids['person'] === undefined) return
    await sql`
      update anomaly set resolved_at = ${now.toString()}, resolution = 'representative-named'
      where rule = 'employment/minor-without-representative' and resolved_at is null
        and subject_id in (select contract.id from contract where contract.person_id = ${ids['person']})`.execute(tx)
  },
}
