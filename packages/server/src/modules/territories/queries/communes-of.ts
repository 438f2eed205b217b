import { type CalendarDate, isoDate } from '@maillage/kernel'
import { type RawBuilder, sql } from 'kysely'

/**
 * The ids of the communes of some territories on a day, as a subquery: the communes themselves, those of a grouping, those of the départements of a région.
 * @example sql`select count(*) from (${communesOf(['departement-11'], ctx.today)}) as commune`
 */
export function communesOf(territoryIds: readonly string[], on: CalendarDate): RawBuilder<{ id: string }> {
  const ids = sql`${territoryIds}::text[]`
  const day = sql`${isoDate(on)}::date`
  return sql`
    select commune.id from territory as commune
    where commune.kind = 'commune' and commune.id in (
      select unnest(${ids})
      union
      select within.member_id from territory_membership as within
      where within.group_id = any (${ids}) and within.first_day <= ${day} and (within.last_day is null or within.last_day >= ${day})
      union
      select within.member_id from territory_membership as middle join territory_membership as within on within.group_id = middle.member_id
      where middle.group_id = any (${ids}) and middle.first_day <= ${day} and (middle.last_day is null or middle.last_day >= ${day})
        and within.first_day <= ${day} and (within.last_day is null or within.last_day >= ${day}))`
}
