import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { DueSource } from './asked.ts'

/** Who worked here and does not any more. */
const LEFT = (organisationId: string) => sql`(
  select coalesce(bool_and(stay.exit_day is not null), false) from siae_stay as stay
  where stay.person_id = followed.person_id and stay.organisation_id = ${organisationId} and stay.cancelled_at is null)`

/**
 * Those of whom the reader is the referent, or stands in for them, and for whom nobody of the organisation has noted an act for some weeks: only a
 * referent reads what the others noted, so that nobody else could say it without being wrong. Not those whose next appointment is fixed.
 */
export const silences: DueSource = ({ today, accountId, organisationId, silenceWeeks, employs }) => {
  const on = isoDate(today)
  return sql`
    select 'silence', followed.person_id, followed.person_id, quiet.last_on + ${silenceWeeks * 7}::integer, jsonb_build_object('since', quiet.last_on)
    from (
      select person_id, min(starts_on) as starts_on from person_access
      where circle = 'referent' and account_id = ${accountId} and source in ('referent', 'deputy') and starts_on <= ${on} and ends_on >= ${on}
      group by person_id) as followed
    cross join lateral (
      select greatest(
        (select max(act.happened_on) from accompaniment_act as act where act.person_id = followed.person_id and act.cancelled_at is null),
        coalesce(
          (select min(named.first_day) from referent as named where named.person_id = followed.person_id and named.organisation_id = ${organisationId}),
          followed.starts_on)) as last_on) as quiet
    where quiet.last_on + ${silenceWeeks * 7}::integer <= ${on}::date and not ${employs ? LEFT(organisationId) : sql`false`}
      and not exists (
        select from next_step_waiting as planned where planned.person_id = followed.person_id and planned.due_on >= ${on})`
}
