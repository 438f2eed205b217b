import type { Ctx } from '../../../platform/command/context.ts'
import { territoriesOf } from '../tables.ts'

/** Whether an id names a territory of today's map. */
export async function territoryExists({ tx }: Pick<Ctx, 'tx'>, id: string): Promise<boolean> {
  const row = await territoriesOf(tx)
    .selectFrom('territory')
    .select('id')
    .where('id', '=', id)
    .where('last_day', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
