import { day, type SiaeKind } from '@maillage/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { CountedSiae } from '../cells/cell-value.ts'

interface Row {
  id: string
  organisationId: string
  territoryId: string
  kind: SiaeKind
  first: string
  last: string | null
}

async function siaesWhere(tx: Tx, condition: RawBuilder<unknown>): Promise<readonly CountedSiae[]> {
  const { rows } = await sql<Row>`
    select siae.id, siae.organisation_id as "organisationId", siae.territory_id as "territoryId", siae.kind, siae.first_day::text as first, siae.last_day::text as last
    from siae where ${condition} order by siae.id`.execute(tx)
  return rows.map(({ first, last, ...row }) => ({ ...row, open: { first: day(first), last: last === null ? null : day(last) } }))
}

/** One structure, as the figures count it. */
export async function countedSiae(tx: Tx, id: string): Promise<CountedSiae | undefined> {
  return (await siaesWhere(tx, sql`siae.id = ${id}`))[0]
}

/** The structures of a territory: by their agreement in a département, by their commune in any other group; open in that year. */
export function siaesOfTerritory(tx: Tx, territoryId: string, year: number): Promise<readonly CountedSiae[]> {
  return siaesWhere(
    tx,
    sql`siae.first_day <= ${`${year}-12-31`} and (siae.last_day is null or siae.last_day >= ${`${year}-01-01`}) and (
      siae.territory_id = ${territoryId}
      or siae.commune_id in (
        select member_id from territory_membership where group_id = ${territoryId} and last_day is null
          and exists (select from territory where territory.id = ${territoryId} and territory.kind <> 'departement')))`,
  )
}
