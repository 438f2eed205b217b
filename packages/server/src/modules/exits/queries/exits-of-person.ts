import type { ReadCtx } from '../../../platform/command/read.ts'
import type { StayExit } from '../model.ts'
import { stayExitOf } from '../store.ts'
import { exitTablesOf } from '../tables.ts'

/** The exits of a person from my structures, by stay. One statement. */
export async function exitsOfPerson({ tx, law }: Pick<ReadCtx, 'tx' | 'law'>, personId: string): Promise<ReadonlyMap<string, StayExit>> {
  const rows = await exitTablesOf(tx).selectFrom('stay_exit').selectAll().where('person_id', '=', personId).execute()
  return new Map(rows.map((row) => [row.stay_id, stayExitOf({ law }, row)]))
}
