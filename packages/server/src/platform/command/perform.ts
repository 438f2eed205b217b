import { NoTextInForce, type Outcome, type Refusal, refused } from '@maillage/kernel'
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

const UNIQUE_VIOLATION = '23505'
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

async function answeredBefore(tx: Tx, requestId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('request_outcome')
    .select(['status', 'location'])
    .where('request_id', '=', requestId)
    .where('status', '=', 'done')
    .executeTakeFirst()
  return row?.location ?? undefined
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
  const today = todayFor(runtime, actor)
  const now = runtime.clock.now()
  const context = databaseContext(actor, today, requestId)
  const role = 'maillage_app' as const
  const ctxOf = (tx: Tx): Ctx => ({ tx, actor, law: runtime.law, today, now, ids: runtime.ids, requestId })
  const replyFrom = async (tx: Tx): Promise<Performed<Value>> => {
    const ctx = ctxOf(tx)
    const before = await answeredBefore(tx, requestId)
    if (before !== undefined) return { state: 'repeated', location: before }
    const outcome: Outcome<Value> = await command.execute(ctx, input)
    if (!outcome.ok) throw new RolledBack(outcome.refusals)
    const location = locationOf(outcome.value)
    await tx
      .insertInto('request_outcome')
      .values({
        request_id: requestId,
        account_id: actor.accountId,
        command: command.name,
        status: 'done',
        refusals: '[]',
        location,
        recorded_at: now.toString(),
      })
      .execute()
    return { state: 'done', value: outcome.value, location }
  }

  try {
    const performed = await withRetries(() => runtime.database.transaction({ role, context }, replyFrom))
    runtime.wake()
    return performed
  } catch (error) {
    const { code, constraint } = error as DatabaseError
    if (code === UNIQUE_VIOLATION && constraint === 'request_outcome_pkey') {
      const location = await runtime.database.transaction({ role, context, readOnly: true }, (tx) => answeredBefore(tx, requestId))
      if (location !== undefined) return { state: 'repeated', location }
    }
    const refusals = refusalOf(error, runtime)
    const codes = refusals?.map((each) => each.code) ?? []
    // Opened only now: the first transaction has ended, and nothing of it may be kept.
    await runtime.database.transaction({ role, context }, (tx) =>
      writeAudit(ctxOf(tx), command.name, refusals ? 'refused' : 'failed', codes, {}, []),
    )
    if (!refusals) throw error
    return { state: 'refused', refusals }
  }
}

/** For a command that found nothing at the id it was given: the same answer whether it is absent or somebody else's. */
export const notFound = () => refused({ code: 'platform/not-found' })
