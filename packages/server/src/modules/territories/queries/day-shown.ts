import { type CalendarDate, day } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { territoriesOf } from '../tables.ts'

/** The day on which a territory is shown: today while it is in force, else its first or last day. Undefined when there is none with this id. */
export async function dayShown({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, id: string): Promise<CalendarDate | undefined> {
  const row = await territoriesOf(tx).selectFrom('territory').select(['first_day', 'last_day']).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const [first, last] = [day(row.first_day), row.last_day === null ? null : day(row.last_day)]
  if (today < first) return first
  return last !== null && last < today ? last : today
}
