import type { Generated, GeneratedAlways } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { TerritoryKind } from './model.ts'

export type TerritoryTables = {
  territory: {
    id: string
    kind: TerritoryKind
    code: string
    name: string
    name_key: string
    bare_key: GeneratedAlways<string>
    time_zone: string | null
    first_day: string
    last_day: string | null
    vintage: string
    origin: Generated<string | null>
    organisation_id: Generated<string | null>
    recorded_by: string | null
  }
  territory_membership: { member_id: string; group_id: string; first_day: string; last_day: string | null; vintage: string }
  postal_code: { code: string; territory_id: string }
  population: { territory_id: string; vintage: string; inhabitants: number }
}

/** The transaction, knowing the tables of this slice. */
export const territoriesOf = (tx: Tx) => tx.withTables<TerritoryTables>()
