import type { SheetTransitionName } from '@maillage/rules/employment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The last act on a month: what, by whom, when. The name is that of a member of the structure; « un membre » for somebody who left for good. */
export async function lastActOf(
  { tx }: Pick<ReadCtx, 'tx'>,
  sheetId: string,
): Promise<{ readonly transition: SheetTransitionName; readonly by: string; readonly at: Temporal.Instant } | undefined> {
  const { rows } = await sql<{ transition: SheetTransitionName; by: string | null; at: string }>`
    select act.transition, to_char(act.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, (
      select membership.display_name from membership
      where membership.account_id = act.recorded_by and membership.organisation_id = act.organisation_id
      order by membership.first_day desc limit 1) as by
    from month_sheet_act as act where act.sheet_id = ${sheetId} order by act.recorded_at desc, act.id desc limit 1`.execute(tx)
  const [row] = rows
  return row && { transition: row.transition, by: row.by ?? 'un membre de la structure', at: Temporal.Instant.from(row.at) }
}
