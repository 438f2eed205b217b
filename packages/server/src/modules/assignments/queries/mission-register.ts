import { addDays, type CalendarDate, type CentiHours, centiHours, day, isoDate, normalised, type SiaeKind } from '@maillage/kernel'
import type { PlacementClient } from '@maillage/rules/employment'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import type { Assignment, EndReason } from '../model.ts'

/** Days before its end when a mission is said to end soon: the time to extend it, or to find another. */
export const ENDING_SOON = 14

/** A mission with who goes where. */
export interface MissionLine extends Assignment {
  /** Null once the right to read the person has ended. */
  readonly personName: string | null
  readonly clientName: string
  readonly category: PlacementClient
  readonly siaeName: string
  readonly kind: SiaeKind
  readonly commune: string
  readonly safety: string | null
  /** Hours of its statements, typed or validated. */
  readonly hours: CentiHours
}

/** What is asked of the list of missions; without a state, those that run or are to come. */
export interface MissionFilters {
  readonly words: string
  readonly state: 'ending' | 'unsigned' | 'over' | 'all' | ''
}

interface Row extends NamedRow {
  id: string
  stay_id: string
  person_id: string
  organisation_id: string
  siae_id: string
  client_id: string
  request_id: string | null
  work: string
  first_day: string
  last_day: string | null
  agreed_last_day: string | null
  weekly_hours: number | null
  weekdays: readonly number[]
  schedule: string | null
  agreement_signed_on: string | null
  contract_given_on: string | null
  end_reason: EndReason | null
  cancelled_at: string | null
  version: number
  client_name: string
  category: PlacementClient
  siae_name: string
  kind: SiaeKind
  commune: string
  safety: string | null
  hours: number
  total: string
}

const dayOrNull = (stored: string | null): CalendarDate | null => (stored === null ? null : day(stored))

const lineOf = (row: Row): MissionLine => ({
  id: row.id,
  stayId: row.stay_id,
  personId: row.person_id,
  organisationId: row.organisation_id,
  siaeId: row.siae_id,
  clientId: row.client_id,
  requestId: row.request_id,
  work: row.work,
  firstDay: day(row.first_day),
  lastDay: dayOrNull(row.last_day),
  agreedLastDay: dayOrNull(row.agreed_last_day),
  weeklyHours: row.weekly_hours === null ? null : centiHours(row.weekly_hours),
  weekdays: row.weekdays,
  schedule: row.schedule,
  agreementSignedOn: dayOrNull(row.agreement_signed_on),
  contractGivenOn: dayOrNull(row.contract_given_on),
  endReason: row.end_reason,
  cancelled: row.cancelled_at !== null,
  version: row.version,
  personName: nameOf(row),
  clientName: row.client_name,
  category: row.category,
  siaeName: row.siae_name,
  kind: row.kind,
  commune: row.commune,
  safety: row.safety,
  hours: centiHours(row.hours),
})

const missionsWhere = (wanted: RawBuilder<unknown>, page: RawBuilder<unknown>) => sql<Row>`
  select mission.*, client.name as client_name, client.category, client.safety, siae.name as siae_name, siae.kind, commune.name as commune, named.*,
    coalesce((
      select sum(each.hours) from time_statement as statement cross join lateral unnest(statement.day_hours) as each (hours)
      where statement.assignment_id = mission.id and statement.cancelled_at is null), 0)::integer as hours,
    count(*) over () as total
  from assignment as mission
  join host_client as client on client.id = mission.client_id
  join siae on siae.id = mission.siae_id
  join territory as commune on commune.id = mission.commune_id
  left join lateral (${namesOf(sql`mission.person_id`)}) as named on true
  where ${wanted}
  order by mission.last_day nulls last, named.family_key, named.given_key, mission.first_day, mission.id ${page}`

/** A mission of my organisation, cancelled or not; one statement. */
export async function missionCard({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<MissionLine | undefined> {
  const { rows } = await missionsWhere(sql`mission.id = ${id}`, sql``).execute(tx)
  return rows[0] && lineOf(rows[0])
}

function stateIs(state: MissionFilters['state'], today: CalendarDate) {
  const on = isoDate(today)
  if (state === 'all') return sql`true`
  if (state === 'over') return sql`mission.last_day < ${on}`
  if (state === 'ending') return sql`mission.last_day between ${on} and ${isoDate(addDays(today, ENDING_SOON))}`
  if (state === 'unsigned')
    return sql`coalesce(mission.last_day, '2999-12-31') >= ${on} and (mission.agreement_signed_on is null or (siae.kind = 'ETTI' and mission.contract_given_on is null))`
  return sql`coalesce(mission.last_day, '2999-12-31') >= ${on}`
}

/**
 * The missions of my organisation, those that end first first, and how many there are in all. One statement.
 * @param page rows to pass over and rows to give; null gives them all, for an export
 */
export async function missionRegister(
  { tx, actor, today }: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  { words, state }: MissionFilters,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly MissionLine[]; readonly total: number }> {
  const begins = normalised(words).split(' ').filter(Boolean).slice(0, 6)
  const wanted = [
    sql`mission.organisation_id = ${actor?.hat?.organisationId ?? null}`,
    sql`mission.cancelled_at is null`,
    stateIs(state, today),
    ...begins.map((word) => sql`strpos(' ' || client.name_key || ' ' || coalesce(named.search_key, ''), ${` ${word}`}) > 0`),
  ]
  const { rows } = await missionsWhere(
    sql.join(wanted, sql` and `),
    page === null ? sql`` : sql`offset ${page.offset} limit ${page.limit}`,
  ).execute(tx)
  return { rows: rows.map(lineOf), total: Number(rows[0]?.total ?? 0) }
}
