import { type CalendarDate, day, isoDate, type OpenPeriod } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { TerritoryKind } from '../model.ts'
import { communesOf } from './communes-of.ts'

/** Another territory that shares communes with this one. */
export interface Neighbour {
  readonly id: string
  readonly kind: TerritoryKind
  readonly name: string
  /** How many communes they share. */
  readonly shared: number
}

export interface TerritoryCard {
  readonly id: string
  readonly kind: TerritoryKind
  readonly code: string
  readonly name: string
  readonly open: OpenPeriod
  readonly vintage: string
  readonly origin: string | null
  readonly organisationId: string | null
  readonly timeZone: string | null
  readonly communes: number
  /** Null when no population is known for any of its communes. */
  readonly inhabitants: number | null
  readonly postalCodes: readonly string[]
  readonly neighbours: readonly Neighbour[]
}

interface Row extends Omit<TerritoryCard, 'open'> {
  readonly first_day: string
  readonly last_day: string | null
}

/** What is known of a territory on a day, in one statement: its people, its communes, and the territories that overlap it. */
export async function territoryCard({ tx }: Pick<ReadCtx, 'tx'>, id: string, on: CalendarDate): Promise<TerritoryCard | undefined> {
  const today = sql`${isoDate(on)}::date`
  const { rows } = await sql<Row>`
    with place as materialized (${communesOf([id], on)}),
    near as (
      select within.group_id as id, count(*)::integer as shared
      from place join territory_membership as within on within.member_id = place.id
      where within.first_day <= ${today} and (within.last_day is null or within.last_day >= ${today})
      group by within.group_id
    ),
    -- A région holds départements, not communes.
    around as (
      select id, shared from near
      union all
      select larger.group_id, sum(near.shared)::integer from near join territory_membership as larger on larger.member_id = near.id
      where larger.first_day <= ${today} and (larger.last_day is null or larger.last_day >= ${today})
      group by larger.group_id
    )
    select territory.id, territory.kind, territory.code, territory.name, territory.first_day, territory.last_day, territory.vintage, territory.origin,
      territory.organisation_id as "organisationId",
      coalesce(territory.time_zone, (
        select departement.time_zone from near join territory as departement on departement.id = near.id and departement.time_zone is not null
        order by near.shared desc, departement.id limit 1)) as "timeZone",
      (select count(*)::integer from place) as communes,
      (select sum(inhabitants)::integer from place join territory as counted on counted.id = place.id
        join population on population.territory_id = place.id and population.vintage = counted.vintage) as inhabitants,
      coalesce((select jsonb_agg(code order by code) from postal_code where territory_id = ${id}), '[]') as "postalCodes",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', other.id, 'kind', other.kind, 'name', other.name, 'shared', around.shared) order by other.name_key)
        from around join territory as other on other.id = around.id
        where other.id <> ${id} and other.first_day <= ${today} and (other.last_day is null or other.last_day >= ${today})), '[]') as neighbours
    from territory where territory.id = ${id}`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  const { first_day, last_day, ...card } = row
  return { ...card, open: { first: day(first_day), last: last_day === null ? null : day(last_day) } }
}
