import { randomUUIDv7 } from 'node:crypto'
import { normalised, type SiaeKind } from '@maillage/kernel'
import type { OrganisationFunction } from '../../platform/command/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { accountsOf } from '../accounts/tables.ts'
import type { Role } from './model.ts'
import { organisationsOf } from './tables.ts'

const RECORDED = { recorded_at: '2020-01-01T00:00:00Z', recorded_by: null } as const
const SINCE = { first_day: '2020-01-01', last_day: null } as const

/** An organisation that acts in a territory since 2020. */
export async function anOrganisation(
  tx: Tx,
  { name = 'Association du Lauragais', functions = ['operator'], territory = 'departement-11' }: { name?: string; functions?: readonly OrganisationFunction[]; territory?: string } = {},
): Promise<{ readonly id: string; readonly name: string }> {
  const id = randomUUIDv7()
  await organisationsOf(tx).insertInto('organisation').values({ id, name, name_key: normalised(name), siren: null, legal_form: null, ...RECORDED }).execute()
  await organisationsOf(tx)
    .insertInto('organisation_function')
    .values(functions.map((each) => ({ id: randomUUIDv7(), organisation_id: id, function: each, territory_id: territory, ...SINCE, ...RECORDED })))
    .execute()
  return { id, name }
}

/** A structure of an organisation, open since 2020. */
export async function aSiae(
  tx: Tx,
  organisation: { readonly id: string },
  { kind = 'ACI', name = 'Les Jardins du Lauragais', territory = 'departement-11', commune = 'commune-11069', lastDay = null }: { kind?: SiaeKind; name?: string; territory?: string; commune?: string; lastDay?: string | null } = {},
): Promise<{ readonly id: string; readonly organisationId: string; readonly name: string }> {
  const id = randomUUIDv7()
  await organisationsOf(tx)
    .insertInto('siae')
    .values({ id, organisation_id: organisation.id, kind, name, name_key: normalised(name), territory_id: territory, commune_id: commune, successor_id: null, first_day: '2020-01-01', last_day: lastDay, ...RECORDED })
    .execute()
  return { id, organisationId: organisation.id, name }
}

/** Somebody who works there, with one role. */
export async function aMember(
  tx: Tx,
  organisation: { readonly id: string },
  role: Role,
  { name = 'Camille Roux', firstDay = '2020-01-01', lastDay = null, accountId }: { name?: string; firstDay?: string; lastDay?: string | null; accountId?: string } = {},
): Promise<{ readonly accountId: string; readonly membershipId: string }> {
  const account = accountId ?? randomUUIDv7()
  if (accountId === undefined) {
    await accountsOf(tx)
      .insertInto('account')
      .values({ id: account, email: `${account}@exemple.test`, email_key: `${account}@exemple.test`, display_name: name, state: 'active', administrator: false, created_at: RECORDED.recorded_at })
      .execute()
  }
  const membershipId = randomUUIDv7()
  await organisationsOf(tx)
    .insertInto('membership')
    .values({ id: membershipId, account_id: account, organisation_id: organisation.id, display_name: name, role, first_day: firstDay, last_day: lastDay, ...RECORDED })
    .execute()
  return { accountId: account, membershipId }
}
