import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { TerritoryKind } from '../model.ts'
import { placeKey } from '../place-key.ts'

export interface TerritoryLine {
  readonly id: string
  readonly kind: TerritoryKind
  readonly code: string
  readonly name: string
  /** The région of a département, the département of a commune; who drew a bassin. */
  readonly within: string | null
  readonly inhabitants: number | null
}

export interface TerritoryList {
  readonly rows: readonly TerritoryLine[]
  readonly total: number
}

export interface ListAsked {
  readonly kind: TerritoryKind
  readonly typed: string
  readonly sort: { readonly key: 'nom' | 'code' | 'habitants'; readonly direction: 'ascending' | 'descending' }
  readonly page: number
  readonly size: number
}

const ORDERS = { nom: sql`name_key`, code: sql`code collate "C"`, habitants: sql`coalesce(inhabitants, 0)` }

/** One page of the territories of one kind in force today, by name or code. */
export async function listTerritories({ tx }: Pick<ReadCtx, 'tx'>, { kind, typed, sort, page, size }: ListAsked): Promise<TerritoryList> {
  const key = placeKey(typed)
  const matching =
    key === '' ? sql`true` : sql`(starts_with(name_key, ${key}) or starts_with(bare_key, ${key}) or code = ${key.toUpperCase()})`
  const direction = sort.direction === 'ascending' ? sql`asc` : sql`desc`
  const { rows } = await sql<TerritoryLine & { total: number }>`
    select territory.id, kind, code, name, inhabitants, count(*) over ()::integer as total,
      coalesce(origin, (
        select larger.name from territory_membership join territory as larger on larger.id = group_id
        where member_id = territory.id and territory_membership.last_day is null and larger.kind in ('region', 'departement')
        order by larger.kind limit 1)) as within
    from territory left join population on population.territory_id = territory.id and population.vintage = territory.vintage
    where kind = ${kind} and last_day is null and ${matching}
    order by ${ORDERS[sort.key]} ${direction}, territory.id
    limit ${size} offset ${(page - 1) * size}`.execute(tx)
  return { rows: rows, total: rows[0]?.total ?? 0 }
}
