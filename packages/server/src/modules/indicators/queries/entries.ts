import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { WaitAt } from '../rollups/waits-block.ts'

interface Row {
  personId: string
  siaeId: string
  sentOn: string
  hiredOn: string | null
}

/**
 * How long people waited between their first application to each of these structures and their first hire since, anywhere in the IAE; or how long they
 * have been waiting. Of those whose very first application to any of them is of that year. One statement; read by a job.
 */
export async function entries(
  tx: Tx,
  siaeIds: readonly string[],
  { year, today }: { readonly year: number; readonly today: CalendarDate },
): Promise<readonly WaitAt[]> {
  const { rows } = await sql<Row>`
    with proposed as (
      select person_id, receiver_siae_id as siae_id, min(sent_on) as sent_on
      from application where receiver_siae_id = any (${siaeIds as string[]}) group by person_id, receiver_siae_id
    ), firsts as (
      select person_id, min(sent_on) as sent_on from proposed group by person_id
    )
    select proposed.person_id as "personId", proposed.siae_id as "siaeId", proposed.sent_on::text as "sentOn", (
      select min(hire.hired_on) from hire
      where hire.person_id = proposed.person_id and hire.state = 'declared' and hire.hired_on >= proposed.sent_on)::text as "hiredOn"
    from proposed join firsts on firsts.person_id = proposed.person_id
    where firsts.sent_on between ${`${year}-01-01`} and ${`${year}-12-31`} and proposed.sent_on <= ${isoDate(today)}
    order by proposed.sent_on, proposed.person_id, proposed.siae_id`.execute(tx)
  return rows.map(({ personId, siaeId, sentOn, hiredOn }) => {
    const since = day(sentOn)
    // A hire declared for a day to come has not happened yet.
    const hired = hiredOn !== null && day(hiredOn) <= today ? day(hiredOn) : null
    return { siaeId, who: personId, since, days: (hired ?? today) - since, happened: hired !== null }
  })
}
