import { type CalendarDate, isoDate } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { StayExit } from '../model.ts'
import { stayExitOf } from '../store.ts'
import { exitTablesOf } from '../tables.ts'

/**
 * The exits of a structure that stand, from one day to another, the oldest first: those of the people whom the reader's teams employ; all of them
 * for a job. Each is what `classifyExit` and `exitRates` take. One statement.
 * @example exitRates(ctx.law, await exitsOf(ctx, { siaeId, first, last }), { on: ctx.today, audience: 'inside' })
 */
export async function exitsOf(
  { tx, law }: Pick<ReadCtx, 'tx' | 'law'>,
  { siaeId, first, last }: { readonly siaeId: string; readonly first: CalendarDate; readonly last: CalendarDate },
): Promise<readonly StayExit[]> {
  const rows = await exitTablesOf(tx)
    .selectFrom('stay_exit')
    .selectAll()
    .where('siae_id', '=', siaeId)
    .where('exit_on', '>=', isoDate(first))
    .where('exit_on', '<=', isoDate(last))
    .orderBy('exit_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => stayExitOf({ law }, row))
}
