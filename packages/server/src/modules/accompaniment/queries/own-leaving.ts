import { type CalendarDate, day } from '@maillage/kernel'
import { leftBehindUntil } from '@maillage/rules/accompaniment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** When the reader leaves, as their organisation wrote it, and the last day on which the notes that they would leave behind exist; null without an end. */
export async function ownLeaving({
  tx,
  actor,
  law,
}: Pick<ReadCtx, 'tx' | 'actor' | 'law'>): Promise<{ readonly lastDay: CalendarDate; readonly until: CalendarDate } | null> {
  const { rows } = await sql<{ last_day: string | null }>`
    select case when bool_or(last_day is null) then null else max(last_day)::text end as last_day from membership
    where account_id = ${actor?.accountId ?? null} and organisation_id = ${actor?.hat?.organisationId ?? null}`.execute(tx)
  const written = rows[0]?.last_day
  if (!written) return null
  const lastDay = day(written)
  return { lastDay, until: leftBehindUntil(law, lastDay) }
}
