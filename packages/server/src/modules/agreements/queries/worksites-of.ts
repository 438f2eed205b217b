import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The places of work of a structure, closed ones included: an annex may be read after them. */
export async function worksitesOf(
  { tx }: Pick<ReadCtx, 'tx'>,
  siaeId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from worksite where siae_id = ${siaeId} order by name_key, id`.execute(tx)
  return rows
}
