import type { CalendarDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { placeKey } from '../place-key.ts'
import { communesOf } from './communes-of.ts'

export interface CommuneLine {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly inhabitants: number | null
}

/** One page of the communes of a territory on a day, the most populated first. */
export async function listCommunes(
  { tx }: Pick<ReadCtx, 'tx'>,
  {
    territoryId,
    on,
    typed,
    page,
    size,
  }: { readonly territoryId: string; readonly on: CalendarDate; readonly typed: string; readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly CommuneLine[]; readonly total: number }> {
  const key = placeKey(typed)
  const matching =
    key === '' ? sql`true` : sql`(starts_with(name_key, ${key}) or starts_with(bare_key, ${key}) or code = ${key.toUpperCase()})`
  const { rows } = await sql<CommuneLine & { total: number }>`
    select territory.id, code, name, inhabitants, count(*) over ()::integer as total
    from territory left join population on population.territory_id = territory.id and population.vintage = territory.vintage
    where territory.id in (${communesOf([territoryId], on)}) and ${matching}
    order by inhabitants desc nulls last, name_key, code
    limit ${size} offset ${(page - 1) * size}`.execute(tx)
  return { rows: rows, total: rows[0]?.total ?? 0 }
}
