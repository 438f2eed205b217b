import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** Where the people who live in a territory were in a year: each person, and the structures, of the territory or not. */
export type Residents = ReadonlyMap<string, readonly string[]>

/** Who lived in a territory in the last month of the year in which they were in a structure, wherever it is; read by a job. */
export async function residentsInYear(tx: Tx, territoryId: string, year: number): Promise<Residents> {
  const days = sql`between ${`${year}-01-01`}::date and ${`${year}-12-01`}::date`
  const { rows } = await sql<{ person_id: string; siaes: readonly string[] }>`
    with here as (select member_id from territory_membership where group_id = ${territoryId} and last_day is null),
    met as (select distinct person_id from person_month where home_id in (select member_id from here) and month ${days}),
    last as (
      select distinct on (person_id) person_id, home_id from person_month
      where person_id in (select person_id from met) and month ${days} order by person_id, month desc, home_id)
    select person_id, array_agg(distinct siae_id order by siae_id) as siaes from person_month
    where person_id in (select person_id from last where home_id in (select member_id from here)) and month ${days}
    group by person_id order by person_id`.execute(tx)
  return new Map(rows.map(({ person_id, siaes }) => [person_id, siaes]))
}
