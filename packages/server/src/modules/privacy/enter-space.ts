import { verify } from '@node-rs/argon2'
import type { Database } from '../../platform/database/database.ts'
import { newSpaceToken, tokenHash } from '../../platform/session/token.ts'
import { passwordHash } from '../accounts/index.ts'
import { codeHash } from '../people/index.ts'
import { DOOR_LIMITS, OPEN_MINUTES } from './model.ts'

export type Entry = { readonly state: 'open'; readonly token: string; readonly first: boolean } | { readonly state: 'wrong' | 'too-many' }

// Checked when there is no secret to check, so that the answer takes as long.
let decoy: Promise<string> | undefined

/**
 * Opens the space of a person by the code of their paper, with the secret they chose once they have one. The answer never says whether the code
 * is unknown, used, out of date, taken back, of somebody who died, or the secret wrong. Before there is an actor: through definer functions only.
 */
export async function enterSpace(
  database: Database,
  code: string,
  secret: string,
  callerKey: string,
  check: (hash: string, secret: string) => Promise<boolean> = verify,
): Promise<Entry> {
  const may = await database.beforeActor<{ answer: boolean }>('take_rate', [
    'space-caller',
    callerKey,
    DOOR_LIMITS.perCaller,
    DOOR_LIMITS.seconds,
  ])
  if (may?.answer !== true) return { state: 'too-many' }
  const hash = codeHash(code, 'space')
  const found = await database.beforeActor<{ secret_hash: string | null }>('redeem_link', [hash])
  decoy ??= passwordHash('nobody')
  const asked = found?.secret_hash ?? null
  const right = await check(asked ?? (await decoy), secret)
  if (!found || (asked !== null && !right)) return { state: 'wrong' }
  const token = newSpaceToken()
  const opened = await database.beforeActor<{ answer: boolean }>('open_space', [hash, tokenHash(token), asked !== null, OPEN_MINUTES])
  return opened?.answer ? { state: 'open', token, first: asked === null } : { state: 'wrong' }
}
