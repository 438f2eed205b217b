import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** An application, when the structure answered it, or when it was withdrawn before any answer. */
export interface SentApplication {
  readonly siaeId: string
  readonly sentOn: CalendarDate
  readonly promisedOn: CalendarDate
  readonly answeredOn: CalendarDate | null
  readonly withdrawnOn: CalendarDate | null
}

interface Row {
  siaeId: string
  sentOn: string
  promisedOn: string
  answeredOn: string | null
  withdrawnOn: string | null
}

/**
 * The applications sent to these structures between two days; read by a job. An answer is an acceptance, a refusal or the pool, by the structure and not
 * by the clock; without any passage written (imported from elsewhere), the day of the last move. One statement.
 */
export async function sentApplications(
  tx: Tx,
  { siaeIds, first, last }: { readonly siaeIds: readonly string[]; readonly first: CalendarDate; readonly last: CalendarDate },
): Promise<readonly SentApplication[]> {
  const { rows } = await sql<Row>`
    select application.receiver_siae_id as "siaeId", application.sent_on::text as "sentOn", application.promised_on::text as "promisedOn",
      coalesce(passage.answered_on, case when passage.any_passage is null and application.state in ('accepted', 'refused', 'pool', 'prior-to-hire')
        then application.last_moved_on end)::text as "answeredOn",
      case when application.state in ('cancelled', 'obsolete') then application.last_moved_on end::text as "withdrawnOn"
    from application
    left join lateral (
      select true as any_passage,
        min(happened_on) filter (where actor = 'receiver' and to_state in ('accepted', 'refused', 'pool', 'prior-to-hire')) as answered_on
      from application_transition where application_transition.application_id = application.id having count(*) > 0
    ) as passage on true
    where application.receiver_siae_id = any (${siaeIds as string[]})
      and application.sent_on between ${isoDate(first)} and ${isoDate(last)}
    order by application.sent_on, application.id`.execute(tx)
  const date = (iso: string | null) => (iso === null ? null : day(iso))
  return rows.map((row) => ({
    siaeId: row.siaeId,
    sentOn: day(row.sentOn),
    promisedOn: day(row.promisedOn),
    answeredOn: date(row.answeredOn),
    withdrawnOn: row.answeredOn === null ? date(row.withdrawnOn) : null,
  }))
}
