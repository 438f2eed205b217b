import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { communesOf } from './communes-of.ts'

/**
 * The legal time of a territory: that of its département, or of the one where most of its communes are. Undefined for an id that names nothing.
 * @example legalTimeZone(ctx, 'commune-97411') // 'Indian/Reunion'
 */
export async function legalTimeZone({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, territoryId: string): Promise<string | undefined> {
  const { rows } = await sql<{ time_zone: string }>`
    select time_zone from (
      select departement.time_zone, count(*) as weight
      from (${communesOf([territoryId], today)}) as place
      join territory_membership as within on within.member_id = place.id and within.last_day is null
      join territory as departement on departement.id = within.group_id and departement.time_zone is not null
      group by departement.time_zone
      union all
      -- A territory without communes on the map still has a time.
      select time_zone, 0 from territory where id = ${territoryId} and time_zone is not null
    ) as counted
    order by weight desc, time_zone limit 1`.execute(tx)
  return rows[0]?.time_zone
}
