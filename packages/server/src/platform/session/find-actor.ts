import type { Actor, Hat } from '../command/actor.ts'
import type { Database } from '../database/database.ts'
import { tokenHash } from './token.ts'

interface FoundSession {
  readonly accountId: string
  readonly name: string
  readonly administrator: boolean
  readonly current: string | null
  readonly hats: readonly Hat[]
}

/** Who is behind a session cookie, wearing the hat last chosen or, when it has ended, the first they still have. */
export async function findActor(database: Database, token: string): Promise<Actor | null> {
  const sessionHash = tokenHash(token)
  const row = await database.beforeActor<{ answer: FoundSession | null }>('find_session', [sessionHash])
  const found = row?.answer
  if (!found) return null
  const { accountId, name, administrator, current, hats } = found
  return { accountId, sessionHash, name, administrator, hats, hat: hats.find((hat) => hat.membershipId === current) ?? hats[0] ?? null }
}
