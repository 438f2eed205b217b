import { addMonths, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { DueSource } from './asked.ts'
import { hereToday } from './here-today.ts'

/** Months after which a review that nobody made is no longer reminded. */
const STILL_SAID = 3

/** The next review, as the last one said, for those who are still here. */
export const reviewsDue: DueSource = (asked) => {
  const { today, until } = asked
  return sql`
    select 'review-due', review.person_id, review.id, review.next_on, jsonb_build_object('heldOn', review.held_on)
    from review
    where review.closed_at is null and review.next_on between ${isoDate(addMonths(today, -STILL_SAID))} and ${isoDate(until)}
      and not exists (
        select from review as later
        where later.person_id = review.person_id and later.organisation_id = review.organisation_id and later.closed_at is null
          and (later.held_on, later.recorded_at) > (review.held_on, review.recorded_at))
      and ${hereToday(sql`review.person_id`, asked)}`
}
