import { type CalendarDate, type CentiHours, centiHours, day, normalised } from '@maillage/kernel'
import type { PlacementClient } from '@maillage/rules/employment'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { DropReason, RequestState, StaffingRequest } from '../model.ts'

/** A request with the client and the structure that it is between. */
export interface RequestLine extends StaffingRequest {
  readonly clientName: string
  readonly category: PlacementClient
  readonly siaeName: string
  readonly safety: string | null
}

/** What is asked of the list of requests; without a state, those that wait for somebody. */
export interface RequestFilters {
  readonly words: string
  readonly state: RequestState | 'all' | ''
  readonly clientId: string
}

interface Row {
  id: string
  organisation_id: string
  siae_id: string
  client_id: string
  work: string
  commune_code: string
  commune_name: string
  first_day: string
  last_day: string | null
  weekly_hours: number | null
  weekdays: readonly number[]
  schedule: string | null
  people: number
  needs_licence: boolean
  needs_vehicle: boolean
  state: RequestState
  drop_reason: DropReason | null
  version: number
  client_name: string
  category: PlacementClient
  siae_name: string
  safety: string | null
  total: string
}

const dayOrNull = (stored: string | null): CalendarDate | null => (stored === null ? null : day(stored))
const hoursOrNull = (stored: number | null): CentiHours | null => (stored === null ? null : centiHours(stored))

const lineOf = (row: Row): RequestLine => ({
  id: row.id,
  organisationId: row.organisation_id,
  siaeId: row.siae_id,
  clientId: row.client_id,
  work: row.work,
  commune: { code: row.commune_code, name: row.commune_name },
  firstDay: day(row.first_day),
  lastDay: dayOrNull(row.last_day),
  weeklyHours: hoursOrNull(row.weekly_hours),
  weekdays: row.weekdays,
  schedule: row.schedule,
  people: row.people,
  needsLicence: row.needs_licence,
  needsVehicle: row.needs_vehicle,
  state: row.state,
  dropReason: row.drop_reason,
  version: row.version,
  clientName: row.client_name,
  category: row.category,
  siaeName: row.siae_name,
  safety: row.safety,
})

const requestsWhere = (wanted: RawBuilder<unknown>, page: RawBuilder<unknown>) => sql<Row>`
  select asked.*, commune.code as commune_code, commune.name as commune_name, client.name as client_name, client.category, client.safety,
    siae.name as siae_name, count(*) over () as total
  from staffing_request as asked
  join host_client as client on client.id = asked.client_id
  join territory as commune on commune.id = asked.commune_id
  join siae on siae.id = asked.siae_id
  where ${wanted}
  order by asked.first_day, client.name_key, asked.id ${page}`

/** A request of my organisation; one statement. */
export async function requestCard({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<RequestLine | undefined> {
  const { rows } = await requestsWhere(sql`asked.id = ${id}`, sql``).execute(tx)
  return rows[0] && lineOf(rows[0])
}

/**
 * The requests of my organisation, the earliest to begin first, and how many there are in all. One statement.
 * @param page rows to pass over and rows to give; null gives them all, for an export
 */
export async function requestRegister(
  { tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>,
  { words, state, clientId }: RequestFilters,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly RequestLine[]; readonly total: number }> {
  const begins = normalised(words).split(' ').filter(Boolean).slice(0, 6)
  const wanted = [
    sql`asked.organisation_id = ${actor?.hat?.organisationId ?? null}`,
    ...(state === 'all' ? [] : [state === '' ? sql`asked.state in ('open', 'proposed')` : sql`asked.state = ${state}`]),
    ...(clientId === '' ? [] : [sql`asked.client_id = ${clientId}`]),
    ...begins.map((word) => sql`strpos(' ' || client.name_key, ${` ${word}`}) > 0`),
  ]
  const { rows } = await requestsWhere(
    sql.join(wanted, sql` and `),
    page === null ? sql`` : sql`offset ${page.offset} limit ${page.limit}`,
  ).execute(tx)
  return { rows: rows.map(lineOf), total: Number(rows[0]?.total ?? 0) }
}
