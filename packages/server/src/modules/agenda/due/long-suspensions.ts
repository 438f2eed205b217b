import { addMonths, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { DueSource } from './asked.ts'

/** Months during which a suspension that may be ended is still reminded: a possibility, not a duty. */
const STILL_SAID = 3

/** A right suspended today, on the day from which its pathway may be ended; suspensions that follow one another without a day between are one. */
export const longSuspensions: DueSource = ({ today, until, closableAfter }) => sql`
  select 'long-suspension', since.person_id, since.pass_id, reached.due_on, jsonb_build_object('since', since.first_day)
  from (
    with recursive unbroken as (
      select person_id, pass_id, first_day from suspension_version
      where superseded_at is null and not cancelled and first_day <= ${isoDate(today)} and coalesce(last_day, '2999-12-31') >= ${isoDate(today)}
      union all
      select before.person_id, before.pass_id, before.first_day
      from unbroken join suspension_version as before
        on before.pass_id = unbroken.pass_id and before.superseded_at is null and not before.cancelled and before.last_day = unbroken.first_day - 1
    )
    select person_id, pass_id, min(first_day) as first_day from unbroken group by person_id, pass_id) as since
  join pass on pass.id = since.pass_id and pass.cancelled_at is null
  cross join lateral (select (since.first_day + make_interval(months => ${closableAfter}::integer))::date as due_on) as reached
  where reached.due_on between ${isoDate(addMonths(today, -STILL_SAID))} and ${isoDate(until)}
    and not exists (select from pass_closure where pass_closure.pass_id = since.pass_id)`
