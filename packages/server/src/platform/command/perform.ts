import { invariant, NoTextInForce, type Outcome, type Refusal, refused } from '@maillage/kernel'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../database/database.ts'
import type { Actor } from './actor.ts'
import { type Command, writeAudit } from './command.ts'
import { type Ctx, databaseContext, type Runtime, todayFor } from './context.ts'

/** A command's answer at the edge. `repeated`: this form had already been sent, and `location` is where the first one led. */
export type Performed<Value> =
  | { readonly state: 'done'; readonly value: Value; readonly location: string }
  | { readonly state: 'repeated'; readonly location: string }
  | { readonly state: 'refused'; readonly refusals: readonly Refusal[] }
  /** This form had already been sent and refused: only the codes are kept, nothing of what was typed. */
  | { readonly state: 'refused-before'; readonly codes: readonly string[] }

class RolledBack extends Error {
  readonly refusals: readonly Refusal[]
  constructor(refusals: readonly Refusal[]) {
    super('refused')
    this.refusals = refusals
  }
}

interface DatabaseError {
  readonly code?: string
  readonly constraint?: string
}

const RETRIED = new Set(['40001', '40P01'])

/** The refusal that a constraint stands behind; a constraint that no slice names is a bug. */
function refusalOf(error: unknown, runtime: Runtime): readonly Refusal[] | undefined {
  if (error instanceof RolledBack) return error.refusals
  if (error instanceof NoTextInForce) return [{ code: 'law/no-text-in-force', details: { parameter: error.parameter } }]
  const { code, constraint } = error as DatabaseError
  const known = code?.startsWith('23') && constraint ? runtime.constraints.get(constraint) : undefined
  return known ? [{ code: known }] : undefined
}

/** Locks, then runs again, at most twice: two people pressing at the same second is ordinary life. */
async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === 2 || !RETRIED.has((error as DatabaseError).code ?? '')) throw error
    }
  }
}

/**
 * What this form was answered, if it was sent before. Two that arrive at the same instant pass one after the other: otherwise the second
 * would meet what the first wrote and be told that the name is taken.
 */
async function answeredBefore({
  tx,
  actor,
  requestId,
}: Ctx): Promise<Exclude<Performed<never>, { state: 'done' | 'refused' }> | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`request:${actor.accountId}:${requestId}`}, 0))`.execute(tx)
  const row = await tx
    .selectFrom('request_outcome')
    .select(['status', 'location', 'refusals'])
    .where('account_id', '=', actor.accountId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.status === 'done') return { state: 'repeated', location: row.location ?? '/' }
  return { state: 'refused-before', codes: row.refusals as unknown as readonly string[] }
}

/** Keeps what a form was answered. A refusal may have been kept by the same form sent at the same instant. */
async function keepAnswer(
  { tx, actor, requestId, now }: Ctx,
  command: string,
  location: string | null,
  codes: readonly string[],
): Promise<void> {
  await tx
    .insertInto('request_outcome')
    .values({
      account_id: actor.accountId,
      request_id: requestId,
      command,
      status: location === null ? 'refused' : 'done',
      refusals: JSON.stringify(codes),
      location,
      recorded_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * One HTTP write: one command in one transaction. A refusal rolls everything back, then leaves its own small trace.
 * The same `requestId` sent twice does the work once.
 */
export async function perform<Schema extends z.ZodType, Value>(
  runtime: Runtime,
  command: Command<Schema, Value>,
  actor: Actor,
  input: z.output<Schema>,
  requestId: string,
  locationOf: (value: Value) => string,
): Promise<Performed<Value>> {
  invariant(command.runsAs === 'app', `${command.name} is not for requests`)
  const today = todayFor(runtime, actor)
  const now = runtime.clock.now()
  const options = { role: 'maillage_app', context: databaseContext(actor, today, requestId) } as const
  const ctxOf = (tx: Tx): Ctx => ({ tx, actor, law: runtime.law, today, now, ids: runtime.ids, keys: runtime.keys, requestId })
  const replyFrom = async (tx: Tx): Promise<Performed<Value>> => {
    const ctx = ctxOf(tx)
    const before = await answeredBefore(ctx)
    if (before) return before
    const outcome: Outcome<Value> = await command.execute(ctx, input)
    if (!outcome.ok) throw new RolledBack(outcome.refusals)
    const location = locationOf(outcome.value)
    await keepAnswer(ctx, command.name, location, [])
    return { state: 'done', value: outcome.value, location }
  }

  let performed: Performed<Value>
  try {
    performed = await withRetries(() => runtime.database.transaction(options, replyFrom))
  } catch (error) {
    const refusals = refusalOf(error, runtime)
    const codes = refusals?.map((each) => each.code) ?? []
    // Opened only now: the first transaction has ended, and nothing of it may be kept.
    const trace = runtime.database.transaction(options, async (tx) => {
      await writeAudit(ctxOf(tx), command.name, refusals ? 'refused' : 'failed', codes, {}, [])
      if (refusals) await keepAnswer(ctxOf(tx), command.name, null, codes)
    })
    if (!refusals) {
      // The fault itself is what must be known, even when its trace cannot be written either.
      await trace.catch(() => {})
      throw error
    }
    await trace
    return { state: 'refused', refusals }
  }
  if (performed.state === 'done') runtime.wake()
  return performed
}

/** For a command that found nothing at the id it was given: the same answer whether it is absent or somebody else's. */
export const notFound = () => refused({ code: 'platform/not-found' })
