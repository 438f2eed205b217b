import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** Adds the populations of communes up to the départements, régions and EPCI of the same vintage, so that a list needs no sum. */
export async function sumPopulations(tx: Tx, vintage: string): Promise<void> {
  for (const kinds of [['departement', 'epci'], ['region']]) {
    await sql`
      insert into population (territory_id, vintage, inhabitants)
      select larger.id, ${vintage}, sum(population.inhabitants)::integer
      from territory as larger
      join territory_membership on territory_membership.group_id = larger.id and territory_membership.last_day is null
      join population on population.territory_id = territory_membership.member_id and population.vintage = ${vintage}
      where larger.kind = any (${kinds}::text[]) and larger.vintage = ${vintage}
      group by larger.id`.execute(tx)
  }
}
