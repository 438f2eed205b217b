import type { Tx } from '../../platform/database/database.ts'

export const TERRITORY_KINDS = ['region', 'departement', 'epci', 'commune', 'bassin', 'perimeter'] as const
export type TerritoryKind = (typeof TERRITORY_KINDS)[number]

export type TerritoryTables = {
  territory: {
    id: string
    kind: TerritoryKind
    code: string
    name: string
    name_key: string
    time_zone: string | null
    first_day: string
    last_day: string | null
    vintage: string
    recorded_by: string | null
  }
  territory_membership: { member_id: string; group_id: string; first_day: string; last_day: string | null; vintage: string }
  postal_code: { code: string; territory_id: string }
  population: { territory_id: string; vintage: string; inhabitants: number }
}

/** The transaction, knowing the tables of this slice. */
export const territoriesOf = (tx: Tx) => tx.withTables<TerritoryTables>()
