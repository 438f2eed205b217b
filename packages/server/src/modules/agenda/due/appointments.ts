import { addMonths, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { DueSource } from './asked.ts'

/** Months after which what nobody settled is no longer reminded: it would hide what still matters. */
const STILL_SAID = 3

/**
 * What was said would come next, on its day as last said, and that nobody has settled. The acts are found by their own day, then by the day they were
 * moved to: years of acts already settled are not read again.
 */
export const appointments: DueSource = ({ today, until, accountId, organisationId }) => {
  const [from, to] = [isoDate(addMonths(today, -STILL_SAID)), isoDate(until)]
  return sql`
    select 'appointment' as kind, waiting.person_id, waiting.act_id as subject_id, waiting.due_on, jsonb_build_object(
      'step', waiting.next_step, 'at', to_char(waiting.due_at, 'HH24:MI'), 'mine', waiting.recorded_by = ${accountId}, 'author', (
        select membership.display_name from membership
        where membership.account_id = waiting.recorded_by and membership.organisation_id = ${organisationId}
        order by membership.first_day desc limit 1)) as facts
    from next_step_waiting as waiting
    where waiting.due_on between ${from} and ${to} and waiting.act_id in (
      select act.id from accompaniment_act as act where act.next_on between ${from} and ${to}
      union
      select moved.act_id from next_step_outcome as moved where moved.moved_on between ${from} and ${to})`
}
