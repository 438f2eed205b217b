import type { ReadCtx } from '../../../platform/command/read.ts'
import { passesOf } from '../tables.ts'

/** Whose right it is; undefined when it is not for this reader. */
export async function personOfPass({ tx }: Pick<ReadCtx, 'tx'>, passId: string): Promise<string | undefined> {
  const row = await passesOf(tx).selectFrom('pass').select('person_id').where('id', '=', passId).executeTakeFirst()
  return row?.person_id
}
