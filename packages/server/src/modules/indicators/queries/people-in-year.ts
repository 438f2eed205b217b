import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { PersonInYear } from '../rollups/people-block.ts'

/** Who was in these structures in a year, one line a person and structure, as the last month there says; read by a job. */
export async function peopleInYear(tx: Tx, siaeIds: readonly string[], year: number): Promise<readonly PersonInYear[]> {
  const { rows } = await sql<PersonInYear>`
    select person_id as "personId", siae_id as "siaeId", (array_agg(sex order by month desc))[1] as sex,
      (array_agg(age_band order by month desc))[1] as "ageBand",
      (jsonb_agg(to_jsonb(criteria) order by month desc) -> 0) as criteria,
      (array_agg(home_id order by month desc))[1] as "homeId", bool_or(forgotten) as forgotten,
      array_agg(distinct month::text order by month::text) as months
    from person_month
    where siae_id = any (${siaeIds as string[]}) and month between ${`${year}-01-01`} and ${`${year}-12-01`}
    group by person_id, siae_id order by person_id, siae_id`.execute(tx)
  return rows.map((row) => ({ ...row, criteria: row.criteria ?? null }))
}
