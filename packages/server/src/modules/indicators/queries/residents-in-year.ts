import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** Where the people who live in a territory were in a year: each person, and the structures, of the territory or not. */
export type Residents = ReadonlyMap<string, readonly string[]>

/** Who lived in a territory in the last month of the year in which they were in a structure, wherever it is; read by a job. */
export async function residentsInYear(tx: Tx, territoryId: string, year: number): Promise<Residents> {
  const days = sql`between ${`${year}-01-01`}::date and ${`${year}-12-01`}::date`
  const communes = sql`select member_id from territory_membership where group_id = ${territoryId} and last_day is null`
  // Person by person, by index: the planner reads a whole country of months otherwise.
  const { rows } = await sql<{ person_id: string; siaes: readonly string[] }>`
    with met as (
      select distinct person_id from person_month where home_id = any (array(${communes})) and month ${days})
    select met.person_id, found.siaes
    from met, lateral (
      select array_agg(distinct siae_id order by siae_id) as siaes, (array_agg(home_id order by month desc, home_id))[1] as home_id
      from person_month where person_month.person_id = met.person_id and month ${days}) as found
    where found.home_id in (${communes}) order by met.person_id`.execute(tx)
  return new Map(rows.map(({ person_id, siaes }) => [person_id, siaes]))
}
