import { accountsOf } from '../../packages/server/src/modules/accounts/tables.ts'
import { organisationsOf } from '../../packages/server/src/modules/organisations/tables.ts'
import type { Tx } from '../../packages/server/src/platform/database/database.ts'
import type { Cast, MadeAccount, MadeHat } from './cast.ts'
import { madeId } from './made-id.ts'
import { accountsIn } from './made-members.ts'
import { RECORDED } from './recorded.ts'

const accountRow = ({ name, email, administrator = false }: MadeAccount) => ({
  id: madeId('account', email),
  email,
  email_key: email,
  display_name: name,
  state: 'active' as const,
  administrator,
  created_at: RECORDED.recorded_at,
})

const dated = ({ since, until = null }: MadeHat | { readonly since: string; readonly until?: string | null }) => ({
  first_day: since,
  last_day: until,
})

function membershipRow({ name, email }: MadeAccount, hat: MadeHat) {
  return {
    id: madeId('membership', `${email}/${hat.organisation}/${hat.role}`),
    account_id: madeId('account', email),
    organisation_id: madeId('organisation', hat.organisation),
    display_name: name,
    role: hat.role,
    ...dated(hat),
    ...RECORDED,
  }
}

const unitRow = ({ email }: MadeAccount, hat: MadeHat & { readonly unit: string }) => ({
  membership_id: madeId('membership', `${email}/${hat.organisation}/${hat.role}`),
  unit_id: madeId('unit', `${hat.organisation}/${hat.unit}`),
  organisation_id: madeId('organisation', hat.organisation),
  ...dated(hat),
})

/** Accounts with what they are a member of, and the personas whom a visitor may enter as. */
export async function loadMembers(tx: Tx, cast: Cast): Promise<void> {
  const accounts = accountsIn(cast)
  const hats = accounts.flatMap((account) => account.hats.map((hat) => [account, hat] as const))
  await accountsOf(tx).insertInto('account').values(accounts.map(accountRow)).execute()
  await organisationsOf(tx)
    .insertInto('membership')
    .values(hats.map(([account, hat]) => membershipRow(account, hat)))
    .execute()
  await organisationsOf(tx)
    .insertInto('membership_unit')
    .values(hats.flatMap(([account, { unit, ...hat }]) => (unit === undefined ? [] : [unitRow(account, { ...hat, unit })])))
    .execute()
  const personas = accounts
    .flatMap(({ email, persona }) => (persona === undefined ? [] : [{ account_id: madeId('account', email), ...persona }]))
    .map((row, index) => ({ ...row, position: index + 1 }))
  if (personas.length > 0) await accountsOf(tx).insertInto('persona').values(personas).execute()
}
