import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import { emailKey } from './model.ts'
import { passwordHash } from './sign-in.ts'
import { accountsOf } from './tables.ts'

const SINCE = '2020-01-01T00:00:00Z'

/** Somebody who may sign in, with a password when one is given; whose hats are memberships, which other slices make. */
export async function anAccount(
  tx: Tx,
  {
    email,
    name = 'Camille Roux',
    password,
    state = 'active',
  }: { email: string; name?: string; password?: string; state?: 'active' | 'closed' },
): Promise<{ readonly accountId: string }> {
  const id = randomUUIDv7()
  const db = accountsOf(tx)
  await db
    .insertInto('account')
    .values({ id, email, email_key: emailKey(email), display_name: name, state, administrator: false, created_at: SINCE })
    .execute()
  if (password !== undefined) {
    await db
      .insertInto('credential')
      .values({ account_id: id, password_hash: await passwordHash(password), changed_at: SINCE })
      .execute()
  }
  return { accountId: id }
}

/** Makes somebody one of the personas that a visitor of a demonstration may enter as. */
export async function aPersona(tx: Tx, accountId: string, title = 'Une directrice', position = 1): Promise<void> {
  await accountsOf(tx).insertInto('persona').values({ account_id: accountId, position, title, description: 'Elle dirige.' }).execute()
}
