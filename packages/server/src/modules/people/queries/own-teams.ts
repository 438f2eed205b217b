import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The teams of the hat worn, with the structure they belong to. */
export async function ownTeams({ tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>): Promise<readonly { id: string; label: string }[]> {
  const { rows } = await sql<{ id: string; label: string }>`
    select unit.id, coalesce(siae.name || ' – ', '') || unit.name as label
    from unit left join siae on siae.id = unit.siae_id
    where unit.id = any (${[...(actor?.hat?.units ?? [])]}::uuid[])
    order by label`.execute(tx)
  return rows
}
