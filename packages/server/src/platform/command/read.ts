import type { Actor } from './actor.ts'
import { type Ctx, databaseContext, type Runtime, todayFor } from './context.ts'

/** What a query may touch: the same as a command, in a transaction that cannot write. A visitor has no actor. */
export type ReadCtx = Omit<Ctx, 'actor' | 'requestId' | 'ids'> & { readonly actor: Actor | null }

/** Reads a page in one read-only transaction. */
export function read<T>(runtime: Runtime, actor: Actor | null, requestId: string, work: (ctx: ReadCtx) => Promise<T>): Promise<T> {
  const today = todayFor(runtime, actor)
  return runtime.database.transaction(
    { role: actor ? 'maillage_app' : 'maillage_public', context: databaseContext(actor, today, requestId), readOnly: true },
    (tx) => work({ tx, actor, law: runtime.law, today, now: runtime.clock.now(), keys: runtime.keys }),
  )
}
