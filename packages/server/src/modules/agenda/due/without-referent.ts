import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { DueSource } from './asked.ts'

/** Who works here and is followed by nobody of the organisation today: a counsellor left, a stay came from payroll. Said to those who may name a referent. */
export const withoutReferent: DueSource = ({ today, organisationId, units }) => {
  const on = isoDate(today)
  return sql`
    select 'no-referent', stay.person_id, stay.id, stay.entry_day, '{}'::jsonb
    from siae_stay as stay
    where stay.organisation_id = ${organisationId} and stay.cancelled_at is null and stay.exit_day is null and stay.entry_day <= ${on}
      and stay.person_id = any (array(
        select held.person_id from person_access as held
        where held.unit_id = any (${[...units]}::uuid[]) and held.circle = 'shared' and held.starts_on <= ${on} and held.ends_on >= ${on}))
      and not exists (
        select from referent
        where referent.person_id = stay.person_id and referent.organisation_id = ${organisationId} and referent.first_day <= ${on}
          and coalesce(referent.last_day, '2999-12-31') >= ${on})`
}
