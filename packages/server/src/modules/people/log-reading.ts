import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { PageRequest } from '../../platform/http/page-request.ts'
import type { Member } from '../../platform/http/slice.ts'
import type { Circle } from './model.ts'

/**
 * A page that shows a person's file says so: one line per account, person and hour, with the right by which it was read, written once the page
 * is made. Give the circle when the page shows what that circle alone opens.
 * @example logReading(request, card.id)
 */
export function logReading(request: Pick<PageRequest<Member>, 'afterwards'>, personId: string, circle?: Circle): void {
  request.afterwards(async ({ tx, actor, today, now }) => {
    const hour = now.round({ smallestUnit: 'hour', roundingMode: 'floor' }).toString()
    const on = isoDate(today)
    await sql`
      insert into access_log (person_id, account_id, organisation_id, hour, circle, source)
      select person_id, ${actor.accountId}, ${actor.hat?.organisationId ?? null}, ${hour}, circle, source
      from person_access
      where person_id = ${personId} and starts_on <= ${on} and ends_on >= ${on} and ${circle === undefined ? sql`true` : sql`circle = ${circle}`}
      order by circle = 'referent' desc, circle = 'shared' desc, starts_on limit 1
      on conflict do nothing`.execute(tx)
  })
}
