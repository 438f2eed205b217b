import { addMonths, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { DueSource } from './asked.ts'
import { hereToday } from './here-today.ts'

/** Months after its last day during which a right that is over is still reminded to whoever works with the person: it may still be prolonged. */
const STILL_ASKED = 6

/** The last day of the latest right of somebody. One that is over is for a structure where the person works: elsewhere it is only the past. */
export const rightEnds: DueSource = (asked) => {
  const { today, until, employs, units } = asked
  const from = employs ? addMonths(today, -STILL_ASKED) : today
  return sql`
    select 'right-end', days.person_id, days.pass_id, days.last_day, jsonb_build_object(
      'asked', exists (select from prolongation_request as request where request.pass_id = days.pass_id and request.state = 'waiting'),
      'mayAsk', exists (
        select from person_access as held
        where held.person_id = days.person_id and held.unit_id = any (${[...units]}::uuid[]) and held.circle in ('shared', 'referent')
          and held.starts_on <= ${isoDate(today)} and held.ends_on >= ${isoDate(today)}))
    from pass_last_day as days
    join pass on pass.id = days.pass_id and pass.cancelled_at is null
    where days.superseded_at is null and days.last_day between ${isoDate(from)} and ${isoDate(until)} and ${hereToday(sql`days.person_id`, asked)}
      and not exists (
        select from pass_last_day as later join pass as standing on standing.id = later.pass_id and standing.cancelled_at is null
        where later.person_id = days.person_id and later.superseded_at is null and later.last_day > days.last_day)`
}
