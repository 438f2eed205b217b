import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** Whether a place of work is open today in the structure of a stay. */
export async function siteOfStay({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, stayId: string, worksiteId: string): Promise<boolean> {
  const { rows } = await sql`
    select from siae_stay as stay join worksite on worksite.siae_id = stay.siae_id
    where stay.id = ${stayId} and worksite.id = ${worksiteId} and (worksite.last_day is null or worksite.last_day >= ${isoDate(today)})`.execute(
    tx,
  )
  return rows.length === 1
}
