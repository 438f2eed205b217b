import { randomUUIDv7 } from 'node:crypto'
import { normalised, type SiaeKind } from '@maillage/kernel'
import type { OrganisationFunction } from '../../platform/command/actor.ts'
import { NOBODY } from '../../platform/command/context.ts'
import type { Tx } from '../../platform/database/database.ts'
import { anAccount } from '../accounts/fixtures.ts'
import type { Role, UnitKind } from './model.ts'
import { organisationsOf } from './tables.ts'

export type { Role } from './model.ts'

const RECORDED = { recorded_at: '2020-01-01T00:00:00Z', recorded_by: null } as const
const SINCE = { first_day: '2020-01-01', last_day: null } as const

/** An organisation that acts in a territory since 2020. */
export async function anOrganisation(
  tx: Tx,
  {
    name = 'Association du Lauragais',
    functions = ['operator'],
    territory = 'departement-11',
    siren = null,
  }: { name?: string; functions?: readonly OrganisationFunction[]; territory?: string; siren?: string | null } = {},
): Promise<{ readonly id: string; readonly name: string }> {
  const id = randomUUIDv7()
  await organisationsOf(tx)
    .insertInto('organisation')
    .values({ id, name, name_key: normalised(name), siren, legal_form: null, ...RECORDED })
    .execute()
  await organisationsOf(tx)
    .insertInto('organisation_function')
    .values(
      functions.map((each) => ({
        id: randomUUIDv7(),
        organisation_id: id,
        function: each,
        territory_id: territory,
        ...SINCE,
        ...RECORDED,
      })),
    )
    .execute()
  return { id, name }
}

/** A structure of an organisation, open since 2020. */
export async function aSiae(
  tx: Tx,
  organisation: { readonly id: string },
  {
    kind = 'ACI',
    name = 'Les Jardins du Lauragais',
    territory = 'departement-11',
    commune = 'commune-11069',
    firstDay = '2020-01-01',
    lastDay = null,
  }: { kind?: SiaeKind; name?: string; territory?: string; commune?: string; firstDay?: string; lastDay?: string | null } = {},
): Promise<{ readonly id: string; readonly organisationId: string; readonly name: string }> {
  const id = randomUUIDv7()
  await organisationsOf(tx)
    .insertInto('siae')
    .values({
      id,
      organisation_id: organisation.id,
      kind,
      name,
      name_key: normalised(name),
      territory_id: territory,
      commune_id: commune,
      successor_id: null,
      first_day: firstDay,
      last_day: lastDay,
      ...RECORDED,
    })
    .execute()
  return { id, organisationId: organisation.id, name }
}

/** A place of work of a structure, open since 2020. */
export async function aWorksite(
  tx: Tx,
  siae: { readonly id: string; readonly organisationId: string },
  { name = 'Chantier des berges', lastDay = null }: { name?: string; lastDay?: string | null } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await organisationsOf(tx)
    .insertInto('worksite')
    .values({
      id,
      organisation_id: siae.organisationId,
      siae_id: siae.id,
      name,
      name_key: normalised(name),
      address: null,
      commune_id: 'commune-11069',
      version: 1,
      ...SINCE,
      last_day: lastDay,
      ...RECORDED,
    })
    .execute()
  return { id }
}

/** Somebody who works there, with one role. Without an account given, a new one whose address is `<membershipId>@exemple.test`. */
export async function aMember(
  tx: Tx,
  organisation: { readonly id: string },
  role: Role,
  {
    name = 'Camille Roux',
    firstDay = '2020-01-01',
    lastDay = null,
    accountId,
  }: { name?: string; firstDay?: string; lastDay?: string | null; accountId?: string } = {},
): Promise<{ readonly accountId: string; readonly membershipId: string }> {
  const membershipId = randomUUIDv7()
  const account = accountId ?? (await anAccount(tx, { email: `${membershipId}@exemple.test`, name })).accountId
  await organisationsOf(tx)
    .insertInto('membership')
    .values({
      id: membershipId,
      account_id: account,
      organisation_id: organisation.id,
      display_name: name,
      role,
      first_day: firstDay,
      last_day: lastDay,
      ...RECORDED,
    })
    .execute()
  return { accountId: account, membershipId }
}

/** A function that an organisation holds besides those it was made with. */
export async function aFunction(
  tx: Tx,
  organisation: { readonly id: string },
  held: OrganisationFunction,
  { territory = 'departement-11', lastDay = null }: { territory?: string; lastDay?: string | null } = {},
): Promise<void> {
  await organisationsOf(tx)
    .insertInto('organisation_function')
    .values({
      id: randomUUIDv7(),
      organisation_id: organisation.id,
      function: held,
      territory_id: territory,
      first_day: '2020-01-01',
      last_day: lastDay,
      ...RECORDED,
    })
    .execute()
}

/** A team, open since 2020. */
export async function aUnit(
  tx: Tx,
  organisation: { readonly id: string },
  {
    name = 'Équipe de Limoux',
    kind = 'team',
    siae = null,
    lastDay = null,
  }: { name?: string; kind?: UnitKind; siae?: { readonly id: string } | null; lastDay?: string | null } = {},
): Promise<{ readonly id: string; readonly name: string }> {
  const id = randomUUIDv7()
  await organisationsOf(tx)
    .insertInto('unit')
    .values({
      id,
      organisation_id: organisation.id,
      siae_id: siae?.id ?? null,
      name,
      kind,
      first_day: '2020-01-01',
      last_day: lastDay,
      ...RECORDED,
    })
    .execute()
  return { id, name }
}

/** The stay of a member in a team. */
export async function aPlace(
  tx: Tx,
  organisation: { readonly id: string },
  membershipId: string,
  unit: { readonly id: string },
  { firstDay = '2020-01-01', lastDay = null }: { firstDay?: string; lastDay?: string | null } = {},
): Promise<void> {
  await organisationsOf(tx)
    .insertInto('membership_unit')
    .values({ membership_id: membershipId, unit_id: unit.id, organisation_id: organisation.id, first_day: firstDay, last_day: lastDay })
    .execute()
}

/** A deputy named by a member; for the last week of the test's November when nothing else is said. */
export async function aDelegation(
  tx: Tx,
  organisation: { readonly id: string },
  from: string,
  to: string,
  { firstDay = '2026-11-16', lastDay = '2026-11-30' }: { firstDay?: string; lastDay?: string } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await organisationsOf(tx)
    .insertInto('delegation')
    .values({
      id,
      organisation_id: organisation.id,
      from_membership_id: from,
      to_membership_id: to,
      reason: 'Congés',
      first_day: firstDay,
      last_day: lastDay,
      ...RECORDED,
    })
    .execute()
  return { id }
}

/** The right to prescribe; of a kind named by the order when nothing else is said. */
export async function anAuthorisation(
  tx: Tx,
  organisation: { readonly id: string },
  {
    kind = 'ML',
    basis = 'order',
    firstDay = '2021-09-03',
    lastDay = null,
  }: { kind?: string; basis?: 'order' | 'prefect'; firstDay?: string; lastDay?: string | null } = {},
): Promise<void> {
  await organisationsOf(tx)
    .insertInto('authorisation')
    .values({
      id: randomUUIDv7(),
      organisation_id: organisation.id,
      prescriber_kind: kind,
      basis,
      reference: basis === 'prefect' ? 'Arrêté 2024-11-0042' : null,
      decided_on: basis === 'prefect' ? firstDay : null,
      first_day: firstDay,
      last_day: lastDay,
      ...RECORDED,
    })
    .execute()
}

/** The number of a structure, from a day. */
export async function aSiret(
  tx: Tx,
  siae: { readonly id: string },
  siret: string,
  { firstDay = '2020-01-01', lastDay = null }: { firstDay?: string; lastDay?: string | null } = {},
): Promise<void> {
  await organisationsOf(tx).insertInto('siae_siret').values({ siae_id: siae.id, siret, first_day: firstDay, last_day: lastDay }).execute()
}

/**
 * Accounts that must be refused what is for one role of one organisation: another role there, the same role elsewhere, the same role until yesterday.
 */
export async function outsidersOf(
  tx: Tx,
  organisation: { readonly id: string },
  role: Role = 'director',
): Promise<Readonly<Record<string, string>>> {
  const foreign = await anOrganisation(tx, { name: 'Une autre organisation' })
  return {
    'another role': (await aMember(tx, organisation, 'technical_supervisor', { name: 'Maxime Vidal' })).accountId,
    'another organisation': (await aMember(tx, foreign, role, { name: 'Dominique Faure' })).accountId,
    'a former member': (await aMember(tx, organisation, role, { name: 'Claude Martin', lastDay: '2026-11-20' })).accountId,
  }
}

/** A structure that ends on the last day of the test's November, and proposes another one to go on. */
export async function aSuccession(
  tx: Tx,
  ending: { readonly id: string; readonly organisationId: string },
  successor: { readonly id: string; readonly organisationId: string },
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await organisationsOf(tx)
    .insertInto('siae_succession')
    .values({
      id,
      siae_id: ending.id,
      organisation_id: ending.organisationId,
      successor_id: successor.id,
      successor_organisation_id: successor.organisationId,
      last_day: '2026-11-30',
      reason: 'transferred',
      state: 'waiting',
      recorded_at: RECORDED.recorded_at,
      recorded_by: NOBODY,
    })
    .execute()
  return { id }
}
