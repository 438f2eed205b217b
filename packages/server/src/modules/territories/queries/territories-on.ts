import { type CalendarDate, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { TerritoryKind } from '../model.ts'

export interface GroupOnDay {
  readonly id: string
  readonly kind: TerritoryKind
  readonly name: string
}

/**
 * What a territory belonged to on a day, nearest first: a commune changes EPCI, a bassin is redrawn, a figure of 2019 keeps the map of 2019.
 * @example territoriesOn(ctx, 'commune-11069', day('2026-11-21')) // département, EPCI, bassin… then région
 */
export async function territoriesOn({ tx }: Pick<ReadCtx, 'tx'>, id: string, on: CalendarDate): Promise<readonly GroupOnDay[]> {
  const day = sql`${isoDate(on)}::date`
  const { rows } = await sql<GroupOnDay>`
    with recursive above as (
      select group_id, 1 as distance from territory_membership
      where member_id = ${id} and first_day <= ${day} and (last_day is null or last_day >= ${day})
      union
      select outer_one.group_id, above.distance + 1
      from above join territory_membership as outer_one on outer_one.member_id = above.group_id
      where outer_one.first_day <= ${day} and (outer_one.last_day is null or outer_one.last_day >= ${day})
    )
    select territory.id, territory.kind, territory.name
    from above join territory on territory.id = above.group_id
    where territory.first_day <= ${day} and (territory.last_day is null or territory.last_day >= ${day})
    group by territory.id order by min(above.distance), territory.kind, territory.name_key`.execute(tx)
  return rows
}
