import { type CalendarDate, day, daysOf, isoDate, type Month } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** How somebody came to a structure, as the reader may know it. */
export interface EntryTold {
  /** Codes of the criteria of the diagnosis behind the hire */
  readonly criteria: readonly string[]
  readonly sentBy: 'authorised-prescriber' | 'referrer' | 'siae' | 'person' | null
  /** First day of the right that runs in the month */
  readonly rightFirst: CalendarDate | null
}

/** How those who work in a structure came to it, by stay. One statement. */
export async function entriesTold(
  { tx }: Pick<ReadCtx, 'tx'>,
  { stays, month }: { readonly stays: readonly string[]; readonly month: Month },
): Promise<ReadonlyMap<string, EntryTold>> {
  const { rows } = await sql<{ stayId: string; criteria: readonly string[]; sentBy: EntryTold['sentBy']; rightFirst: string | null }>`
    select stay.id as "stayId",
      (select coalesce(jsonb_agg(criterion.code order by criterion.level, criterion.code), '[]') from criterion
        where criterion.diagnosis_id = hire.diagnosis_id and criterion.finding = 'established') as criteria,
      (select application.sender_kind from application where application.id = hire.application_id) as "sentBy",
      (select max(pass.first_day)::text from pass
        where pass.person_id = stay.person_id and pass.cancelled_at is null and pass.first_day <= ${isoDate(daysOf(month).last)}) as "rightFirst"
    from siae_stay as stay left join hire on hire.stay_id = stay.id and hire.state = 'declared'
    where stay.id = any (${[...stays]}::uuid[])`.execute(tx)
  return new Map(
    rows.map(({ stayId, criteria, sentBy, rightFirst }) => [
      stayId,
      { criteria, sentBy, rightFirst: rightFirst === null ? null : day(rightFirst) },
    ]),
  )
}
