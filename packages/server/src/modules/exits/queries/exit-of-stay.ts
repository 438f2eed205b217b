import type { ReadCtx } from '../../../platform/command/read.ts'
import type { StayExit } from '../model.ts'
import { stayExitOf } from '../store.ts'
import { exitTablesOf } from '../tables.ts'

/** The exit that ends a stay today; undefined: the stay runs, its exit was cancelled, or it is not for this reader. */
export async function exitOfStay({ tx, law }: Pick<ReadCtx, 'tx' | 'law'>, stayId: string): Promise<StayExit | undefined> {
  const row = await exitTablesOf(tx).selectFrom('stay_exit').selectAll().where('stay_id', '=', stayId).executeTakeFirst()
  return row && stayExitOf({ law }, row)
}
