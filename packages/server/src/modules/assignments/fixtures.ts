import { randomUUIDv7 } from 'node:crypto'
import { normalised, type SiaeKind } from '@maillage/kernel'
import type { PlacementClient } from '@maillage/rules/employment'
import { sql } from 'kysely'
import { NOBODY } from '../../platform/command/context.ts'
import type { Tx } from '../../platform/database/database.ts'
import { aStay } from '../employment/fixtures.ts'
import { anOrganisation, aSiae } from '../organisations/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../people/fixtures.ts'
import { aSmallMap } from '../territories/fixtures.ts'
import type { ClientContact, DropReason, RequestState } from './model.ts'
import { assignmentsOf } from './tables.ts'

const AT = '2026-01-05T09:00:00Z'
export const CARCASSONNE = 'commune-11069'

/** A structure that places people, with its team: who places, who accompanies, who pays; and somebody of another one. */
export async function aPlacingTeam(tx: Tx, { kind = 'AI' }: { kind?: SiaeKind } = {}) {
  await aSmallMap(tx)
  const organisation = await anOrganisation(tx)
  const siae = await aSiae(tx, organisation, { kind })
  const unit = await aUnit(tx, organisation, siae)
  const coordinator = await aMemberIn(tx, organisation, unit, 'assignment_coordinator')
  const director = await aMemberIn(tx, organisation, unit, 'director', { name: 'Dominique Faure' })
  const counsellor = await aMemberIn(tx, organisation, unit, 'counsellor', { name: 'Lou Petit' })
  const payroll = await aMemberIn(tx, organisation, unit, 'payroll_officer', { name: 'Alix Sorel' })
  const supervisor = await aMemberIn(tx, organisation, unit, 'technical_supervisor', { name: 'Maxime Vidal' })
  const former = await aMemberIn(tx, organisation, unit, 'assignment_coordinator', { name: 'Claude Martin', lastDay: '2026-11-20' })
  const other = await anOrganisation(tx, { name: 'Ailleurs' })
  const otherSiae = await aSiae(tx, other, { name: 'Ailleurs', kind })
  const stranger = await aMemberIn(tx, other, await aUnit(tx, other, otherSiae, 'Équipe d’ailleurs'), 'assignment_coordinator', {
    name: 'Andrea Blanc',
  })
  return { organisation, siae, unit, kind, coordinator, director, counsellor, payroll, supervisor, former, other, otherSiae, stranger }
}

/** A client: a household of Carcassonne when nothing else is said. */
export async function aClient(
  tx: Tx,
  organisation: { readonly id: string },
  {
    name = 'Monique Serres',
    category = 'private-person',
    siret = null,
    safety = null,
    lastDay = null,
    recordedAt = AT,
    contact = {},
  }: {
    name?: string
    category?: PlacementClient
    siret?: string | null
    safety?: string | null
    lastDay?: string | null
    recordedAt?: string
    contact?: Partial<ClientContact>
  } = {},
): Promise<{ readonly id: string; readonly organisationId: string }> {
  const id = randomUUIDv7()
  const known = { organisation_id: organisation.id, recorded_at: recordedAt, recorded_by: NOBODY }
  await assignmentsOf(tx)
    .insertInto('host_client')
    .values({ id, category, name, name_key: normalised(name), commune_id: CARCASSONNE, siret, safety, last_day: lastDay, ...known })
    .execute()
  const { personToAsk = null, phone = null, email = null, address = null } = contact
  if (personToAsk ?? phone ?? email ?? address)
    await assignmentsOf(tx)
      .insertInto('host_client_contact')
      .values({ client_id: id, person_to_ask: personToAsk, phone, email, address, ...known })
      .execute()
  return { id, organisationId: organisation.id }
}

/** Work asked for by a client: three hours of housework on Tuesdays of December when nothing else is said. */
export async function aRequest(
  tx: Tx,
  siae: { readonly id: string },
  client: { readonly id: string; readonly organisationId: string },
  {
    work = 'Ménage',
    firstDay = '2026-12-01',
    lastDay = '2026-12-29',
    weeklyHours = 300,
    weekdays = [2],
    schedule = null,
    needsLicence = false,
    needsVehicle = false,
    state = 'open',
    dropReason = null,
    recordedAt = AT,
  }: {
    work?: string
    firstDay?: string
    lastDay?: string | null
    weeklyHours?: number | null
    weekdays?: number[]
    schedule?: string | null
    needsLicence?: boolean
    needsVehicle?: boolean
    state?: RequestState
    dropReason?: DropReason | null
    recordedAt?: string
  } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await assignmentsOf(tx)
    .insertInto('staffing_request')
    .values({
      id,
      organisation_id: client.organisationId,
      siae_id: siae.id,
      client_id: client.id,
      work,
      commune_id: CARCASSONNE,
      first_day: firstDay,
      last_day: lastDay,
      weekly_hours: weeklyHours,
      weekdays,
      schedule,
      people: 1,
      needs_licence: needsLicence,
      needs_vehicle: needsVehicle,
      state,
      drop_reason: dropReason,
      recorded_at: recordedAt,
      recorded_by: NOBODY,
    })
    .execute()
  return { id }
}

/** What a form says of a household. */
export const CLIENT_TYPED = {
  category: 'private-person',
  name: 'Monique Serres',
  commune: '11069',
  siret: '',
  safety: '',
  personToAsk: '',
  phone: '',
  email: '',
  address: '',
} as const

/** What a form says of three hours of housework, but whose. */
export const REQUEST_TYPED = {
  work: 'Ménage',
  commune: '11069',
  firstDay: '2026-12-01',
  lastDay: '2026-12-29',
  weeklyHours: '3',
  weekdays: ['2'],
  schedule: '',
  people: '1',
  needs: [],
}

type Team = Pick<Awaited<ReturnType<typeof aPlacingTeam>>, 'organisation' | 'siae' | 'unit' | 'kind'>

/** Somebody enrolled since January with a contract without fixed hours, by a family name. */
export async function anEnrolled(tx: Tx, team: Team, birthName = 'Benali', stay: { entry?: string; exit?: string | null } = {}) {
  const person = await aPerson(tx, { organisation: team.organisation, unit: team.unit, birthName, givenNames: 'Ana', commune: '11069' })
  const type = team.kind === 'ETTI' ? 'CTT' : 'CDDU'
  return { person, stay: await aStay(tx, { person, siae: team.siae, unit: team.unit }, { kind: team.kind, type, weekly: null, ...stay }) }
}

/** What somebody said of when they can work; anything, any day, when nothing else is said. */
export async function anAvailability(
  tx: Tx,
  { person, organisation }: { readonly person: { readonly id: string }; readonly organisation: { readonly id: string } },
  {
    weeklyHours = null,
    weekdays = [],
    schedule = null,
    licence = null,
    vehicle = null,
  }: {
    weeklyHours?: number | null
    weekdays?: number[]
    schedule?: string | null
    licence?: boolean | null
    vehicle?: boolean | null
  } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await assignmentsOf(tx)
    .insertInto('availability')
    .values({
      id,
      person_id: person.id,
      organisation_id: organisation.id,
      weekly_hours: weeklyHours,
      weekdays,
      schedule,
      licence,
      vehicle,
      recorded_at: AT,
      recorded_by: NOBODY,
    })
    .execute()
  return { id }
}

/** A mission of somebody enrolled: housework since 2 November when nothing else is said. */
export async function aMission(
  tx: Tx,
  {
    person,
    stay,
    client,
    siae,
  }: {
    readonly person: { readonly id: string }
    readonly stay: { readonly id: string }
    readonly client: { readonly id: string; readonly organisationId: string }
    readonly siae: { readonly id: string }
  },
  {
    work = 'Ménage',
    firstDay = '2026-11-02',
    lastDay = '2026-12-31',
    weeklyHours = 300,
    weekdays = [],
    schedule = null,
  }: {
    work?: string
    firstDay?: string
    lastDay?: string | null
    weeklyHours?: number | null
    weekdays?: number[]
    schedule?: string | null
  } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await assignmentsOf(tx)
    .insertInto('assignment')
    .values({
      id,
      stay_id: stay.id,
      person_id: person.id,
      organisation_id: client.organisationId,
      siae_id: siae.id,
      client_id: client.id,
      request_id: null,
      work,
      commune_id: CARCASSONNE,
      first_day: firstDay,
      last_day: lastDay,
      agreed_last_day: lastDay,
      weekly_hours: weeklyHours,
      weekdays,
      schedule,
      agreement_signed_on: null,
      contract_given_on: null,
      end_reason: null,
      recorded_at: AT,
      recorded_by: NOBODY,
    })
    .execute()
  return { id }
}

/** A statement of a mission: so many hundredths of an hour on each day from the first. */
export async function aStatement(
  tx: Tx,
  mission: { readonly id: string },
  { first, hours, validated = false }: { first: string; hours: readonly number[]; validated?: boolean },
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await sql`insert into time_statement (id, assignment_id, person_id, organisation_id, first_day, last_day, day_hours, validated_at, validated_by, recorded_at, recorded_by)
    select ${id}, mission.id, mission.person_id, mission.organisation_id, ${first}::date, ${first}::date + ${hours.length - 1}::integer,
      ${[...hours]}::integer[], ${validated ? AT : null}::timestamptz, ${validated ? NOBODY : null}::uuid, ${AT}, ${NOBODY}
    from assignment as mission where mission.id = ${mission.id}`.execute(tx)
  return { id }
}

/** So many days of so many hundredths, for the hours of a statement. */
export const sameDays = (days: number, hours: number): number[] => Array.from({ length: days }, () => hours)
