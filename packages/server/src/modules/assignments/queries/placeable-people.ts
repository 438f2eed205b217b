import {
  type CalendarDate,
  type CentiHours,
  centiHours,
  day,
  daysOf,
  isoDate,
  monthOf,
  type OpenPeriod,
  type Period,
} from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import type { Availability } from '../model.ts'
import { type CompanyFacts, type CompanyFactsRow, companyFactsIn, companyFactsOf, WAIVERS, waiversIn } from './company-facts.ts'

/** A mission that somebody already has during the days asked for. */
export interface RunningMission extends OpenPeriod {
  readonly clientName: string
  readonly weekdays: readonly number[]
  readonly schedule: string | null
  readonly weeklyHours: CentiHours | null
}

/** Somebody enrolled, as the one who looks for a person to send needs to know them. */
export interface Seeker {
  readonly stayId: string
  readonly personId: string
  readonly name: string
  /** Null: nobody asked them yet. */
  readonly availability: Availability | null
  readonly commune: { readonly id: string; readonly name: string } | null
  readonly missions: readonly RunningMission[]
  /** Hours of this month, by statements or typed. */
  readonly hoursOfMonth: CentiHours
  readonly company: CompanyFacts
}

interface Row extends NamedRow, CompanyFactsRow {
  stay_id: string
  person_id: string
  availability: {
    weekly: number | null
    weekdays: number[]
    schedule: string | null
    licence: boolean | null
    vehicle: boolean | null
  } | null
  commune_id: string | null
  commune_name: string | null
  missions: readonly {
    client: string
    first: string
    last: string | null
    weekdays: number[]
    schedule: string | null
    weekly: number | null
  }[]
  hours: number
  waivers: readonly { first: string; last: string }[]
}

const hoursOrNull = (stored: number | null) => (stored === null ? null : centiHours(stored))

/** Everybody enrolled in a structure during some days, nobody left out, with what they said and what they do; one statement. */
export async function placeablePeople(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  { siaeId, firstDay, lastDay }: { readonly siaeId: string; readonly firstDay: CalendarDate; readonly lastDay: CalendarDate | null },
): Promise<{ readonly seekers: readonly Seeker[]; readonly waivers: readonly Period[] }> {
  const [from, to] = [isoDate(firstDay), lastDay === null ? '2999-12-31' : isoDate(lastDay)]
  const span = daysOf(monthOf(today))
  const [monthFirst, monthLast] = [isoDate(span.first), isoDate(span.last)]
  const { rows } = await sql<Row>`
    select stay.id as stay_id, stay.person_id, named.*, home.commune_id, home.commune_name,
      (select jsonb_build_object('weekly', said.weekly_hours, 'weekdays', said.weekdays, 'schedule', said.schedule, 'licence', said.licence, 'vehicle', said.vehicle)
        from availability as said where said.person_id = stay.person_id and said.organisation_id = stay.organisation_id
        order by said.recorded_at desc, said.id desc limit 1) as availability,
      coalesce((
        select jsonb_agg(jsonb_build_object('client', client.name, 'first', mission.first_day, 'last', mission.last_day, 'weekdays', mission.weekdays,
          'schedule', mission.schedule, 'weekly', mission.weekly_hours) order by mission.first_day)
        from assignment as mission join host_client as client on client.id = mission.client_id
        where mission.person_id = stay.person_id and mission.cancelled_at is null
          and mission.first_day <= ${to} and coalesce(mission.last_day, '2999-12-31') >= ${from}), '[]') as missions,
      greatest(
        coalesce((
          select sum(each.hours) from assignment as mission
          join time_statement as statement on statement.assignment_id = mission.id and statement.cancelled_at is null
            and statement.first_day <= ${monthLast} and statement.last_day >= ${monthFirst}
          cross join lateral unnest(statement.day_hours) with ordinality as each (hours, nth)
          where mission.stay_id = stay.id and mission.cancelled_at is null
            and statement.first_day + (each.nth - 1)::integer between ${monthFirst}::date and ${monthLast}::date), 0),
        coalesce((
          select sum(known.paid) from hours join hours_version as known on known.hours_id = hours.id and known.superseded_at is null and not known.cancelled
          where hours.stay_id = stay.id and hours.month = ${monthFirst}), 0))::integer as hours,
      ${companyFactsOf(sql`stay.person_id`)}, ${WAIVERS} as waivers
    from siae_stay as stay
    left join lateral (${namesOf(sql`stay.person_id`)}) as named on true
    left join lateral (
      select place.id as commune_id, place.name as commune_name from contact
      join contact_version as known on known.contact_id = contact.id and known.superseded_at is null
      join territory as place on place.id = known.commune_id
      where contact.person_id = stay.person_id and contact.kind = 'address' order by known.recorded_at desc limit 1) as home on true
    where stay.siae_id = ${siaeId} and stay.cancelled_at is null and stay.entry_day <= ${to} and (stay.exit_day is null or stay.exit_day >= ${from})
    order by named.family_key nulls last, named.given_key, stay.id`.execute(tx)
  return {
    waivers: waiversIn(rows[0]?.waivers ?? []),
    seekers: rows.map((row) => ({
      stayId: row.stay_id,
      personId: row.person_id,
      name: nameOf(row) ?? 'Personne non accessible',
      availability: row.availability && { ...row.availability, weeklyHours: hoursOrNull(row.availability.weekly) },
      commune: row.commune_id === null ? null : { id: row.commune_id, name: row.commune_name ?? '' },
      missions: row.missions.map((each) => ({
        clientName: each.client,
        first: day(each.first),
        last: each.last === null ? null : day(each.last),
        weekdays: each.weekdays,
        schedule: each.schedule,
        weeklyHours: hoursOrNull(each.weekly),
      })),
      hoursOfMonth: centiHours(row.hours),
      company: companyFactsIn(row),
    })),
  }
}
