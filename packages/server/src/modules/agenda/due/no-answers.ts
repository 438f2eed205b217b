import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { DueSource } from './asked.ts'

/** What my team sent and nobody answered, on the day an answer was promised. What it received is a task of the home page. */
export const noAnswers: DueSource = ({ until, organisationId, units }) => sql`
  select 'no-answer', application.person_id, application.id, application.promised_on,
    jsonb_build_object('siae', siae.name, 'sentOn', application.sent_on)
  from application join siae on siae.id = application.receiver_siae_id
  where application.state in ('new', 'processing') and application.archived_on is null and application.promised_on <= ${isoDate(until)}
    and application.receiver_organisation_id <> ${organisationId}
    and application.id = any (array(
      select party.application_id from application_party as party where party.side = 'sender' and party.unit_id = any (${[...units]}::uuid[])))`
