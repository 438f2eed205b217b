import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { DueSource } from './asked.ts'

/** What was told of somebody to those who follow them, and that nobody has read: due today, whenever it was written. Row security keeps it to referents. */
export const messages: DueSource = ({ today, organisationId }) => sql`
    select 'message', message.person_id, message.id, ${isoDate(today)}::date, jsonb_build_object('words', message.words, 'on', message.written_on, 'author', (
      select membership.display_name from membership
      where membership.account_id = message.recorded_by and membership.organisation_id = ${organisationId}
      order by membership.first_day desc limit 1))
    from counsellor_message as message
    where message.read_at is null and message.cancelled_at is null`
