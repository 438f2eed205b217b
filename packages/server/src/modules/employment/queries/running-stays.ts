import { type CalendarDate, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The days asked about; `last` null: no end known. */
interface Days {
  readonly first: CalendarDate
  readonly last: CalendarDate | null
}

/**
 * The stays of a person that run during these days, but those of one structure: its name and its counsellor's, never the file.
 * @example await runningStaysBesides(ctx, personId, siaeId, { first, last: null }) // ['Ailleurs, Camille Roux']
 */
export async function runningStaysBesides(
  { tx }: Pick<ReadCtx, 'tx'>,
  personId: string,
  siaeId: string,
  { first, last }: Days,
): Promise<readonly string[]> {
  const { rows } = await sql<{ label: string }>`
    select label from running_stays(${personId}, ${siaeId}, ${isoDate(first)}::date, ${last === null ? null : isoDate(last)}::date)`.execute(
    tx,
  )
  return rows.map(({ label }) => label)
}
