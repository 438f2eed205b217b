import type { Actor, Hat, Subject } from '../command/actor.ts'
import type { Database } from '../database/database.ts'
import { opensSpace, tokenHash } from './token.ts'

interface FoundSession {
  readonly accountId: string
  readonly name: string
  readonly administrator: boolean
  readonly current: string | null
  readonly hats: readonly Hat[]
}

type FoundSpace = Omit<Subject, 'closesAt'> & { readonly closesAt: string }

/** The person whose own space this browser has open. No name: pages that greet them read it. */
async function findSubject(database: Database, sessionHash: string): Promise<Actor | null> {
  const found = (await database.beforeActor<{ answer: FoundSpace | null }>('find_space', [sessionHash]))?.answer
  if (!found) return null
  const subject: Subject = { ...found, closesAt: Temporal.Instant.from(found.closesAt) }
  return { accountId: found.personId, sessionHash, name: '', administrator: false, hats: [], hat: null, subject }
}

/** Who is behind a session cookie, wearing the hat last chosen or, when it has ended, the first they still have. */
export async function findActor(database: Database, token: string): Promise<Actor | null> {
  const sessionHash = tokenHash(token)
  if (opensSpace(token)) return findSubject(database, sessionHash)
  const row = await database.beforeActor<{ answer: FoundSession | null }>('find_session', [sessionHash])
  const found = row?.answer
  if (!found) return null
  const { accountId, name, administrator, current, hats } = found
  return { accountId, sessionHash, name, administrator, hats, hat: hats.find((hat) => hat.membershipId === current) ?? hats[0] ?? null }
}
