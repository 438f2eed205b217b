import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/**
 * The team in whose name the actor acts: the first of theirs, and of a given structure when there is one; undefined when they are in none.
 * @param siaeId null for an organisation that carries no structure
 */
export async function unitFor({ tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>, siaeId: string | null): Promise<string | undefined> {
  const units = actor?.hat?.units ?? []
  if (units.length === 0) return undefined
  const { rows } = await sql<{ id: string }>`
    select id from unit where id in (${sql.join(units)}) and ${siaeId === null ? sql`true` : sql`siae_id = ${siaeId}`}
    order by first_day, id limit 1`.execute(tx)
  return rows[0]?.id
}
