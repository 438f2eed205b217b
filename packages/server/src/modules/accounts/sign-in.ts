import { createHash } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Database } from '../../platform/database/database.ts'
import { newToken, tokenHash } from '../../platform/session/token.ts'
import { emailKey, SESSION_HOURS, SIGN_IN_LIMITS } from './model.ts'

export type SignIn = { readonly state: 'open'; readonly token: string } | { readonly state: 'wrong' } | { readonly state: 'too-many' }

/** Argon2id with 19 MiB, two passes, one lane (OWASP's minimum). */
export const passwordHash = (password: string): Promise<string> => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })

// Checked when the address is unknown, so that the answer takes as long as for a known one.
let decoy: Promise<string> | undefined

async function openSession(database: Database, accountId: string): Promise<SignIn> {
  const token = newToken()
  const opened = await database.beforeActor<{ answer: boolean }>('open_session', [tokenHash(token), accountId, SESSION_HOURS])
  return opened?.answer ? { state: 'open', token } : { state: 'wrong' }
}

async function mayTry(database: Database, bucket: string, key: string, atMost: number): Promise<boolean> {
  const row = await database.beforeActor<{ answer: boolean }>('take_rate', [bucket, key, atMost, SIGN_IN_LIMITS.seconds])
  return row?.answer === true
}

/**
 * Signs in with an address and a password. The answer never says which of the two is wrong.
 * Before there is an actor, so it is not a command: it reads and writes through definer functions only.
 */
export async function signIn(
  database: Database,
  email: string,
  password: string,
  callerKey: string,
  check: (hash: string, password: string) => Promise<boolean> = verify,
): Promise<SignIn> {
  const addressKey = createHash('sha256').update(emailKey(email)).digest('hex')
  const byCaller = await mayTry(database, 'sign-in-caller', callerKey, SIGN_IN_LIMITS.perCaller)
  const byAddress = await mayTry(database, 'sign-in-address', addressKey, SIGN_IN_LIMITS.perAddress)
  if (!byCaller || !byAddress) return { state: 'too-many' }
  const found = await database.beforeActor<{ account_id: string; password_hash: string }>('find_credential', [emailKey(email)])
  decoy ??= passwordHash('nobody')
  const right = await check(found?.password_hash ?? (await decoy), password)
  return found && right ? openSession(database, found.account_id) : { state: 'wrong' }
}

/** Enters as a persona; the caller has checked that this is a demonstration and that the account is one of its personas. */
export const enterAs = (database: Database, accountId: string): Promise<SignIn> => openSession(database, accountId)
