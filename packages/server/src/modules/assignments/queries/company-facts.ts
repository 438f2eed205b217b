import { centiHours, day, type Period, period } from '@maillage/kernel'
import type { PlannedMission } from '@maillage/rules/assignments'
import type { Placement, PlacementClient } from '@maillage/rules/employment'
import { type RawBuilder, sql } from 'kysely'

/** What the counter of hours with companies rests on, for one person: what was done and what is agreed, by an association intermédiaire. */
export interface CompanyFacts {
  readonly placements: readonly Placement[]
  readonly planned: readonly PlannedMission[]
}

export interface CompanyFactsRow {
  readonly placements: readonly { readonly on: string; readonly hours: number; readonly client: PlacementClient }[]
  readonly planned: readonly { readonly first: string; readonly last: string | null; readonly weekly: number | null }[]
}

/**
 * The columns of a statement that give them for a person: hours of the statements validated, day by day, and missions with companies from the first
 * of their days that no statement validated tells.
 */
export const companyFactsOf = (personId: RawBuilder<unknown>) => sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('on', told.on_day, 'hours', told.hours, 'client', told.category))
    from (
      select statement.first_day + (each.nth - 1)::integer as on_day, client.category, sum(each.hours)::integer as hours
      from assignment as mission
      join siae on siae.id = mission.siae_id and siae.kind = 'AI'
      join host_client as client on client.id = mission.client_id
      join time_statement as statement on statement.assignment_id = mission.id and statement.cancelled_at is null and statement.validated_at is not null
      cross join lateral unnest(statement.day_hours) with ordinality as each (hours, nth)
      where mission.person_id = ${personId} and mission.cancelled_at is null and each.hours > 0
      group by 1, 2) as told), '[]') as placements,
  coalesce((
    select jsonb_agg(jsonb_build_object('first', ahead.first_day, 'last', ahead.last_day, 'weekly', ahead.weekly_hours))
    from (
      select greatest(mission.first_day, (
          select max(statement.last_day) + 1 from time_statement as statement
          where statement.assignment_id = mission.id and statement.cancelled_at is null and statement.validated_at is not null)) as first_day,
        mission.last_day, mission.weekly_hours
      from assignment as mission
      join siae on siae.id = mission.siae_id and siae.kind = 'AI'
      join host_client as client on client.id = mission.client_id and client.category = 'company'
      where mission.person_id = ${personId} and mission.cancelled_at is null) as ahead
    where ahead.last_day is null or ahead.last_day >= ahead.first_day), '[]') as planned`

export const companyFactsIn = ({ placements, planned }: CompanyFactsRow): CompanyFacts => ({
  placements: placements.map(({ on, hours, client }) => ({ on: day(on), hours: centiHours(hours), client })),
  planned: planned.map(({ first, last, weekly }) => ({
    first: day(first),
    last: last === null ? null : day(last),
    weekly: weekly === null ? null : centiHours(weekly),
  })),
})

/** The waivers of the préfet that my organisation recorded, as a column. */
export const WAIVERS = sql`coalesce((
  select jsonb_agg(jsonb_build_object('first', waiver.first_day, 'last', waiver.last_day))
  from placement_waiver as waiver where waiver.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)), '[]')`

export const waiversIn = (rows: readonly { readonly first: string; readonly last: string }[]): readonly Period[] =>
  rows.map(({ first, last }) => period(day(first), day(last)))
