import { invariant } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from './context.ts'

/** What is locked, in the only order allowed: taking them in another order is how two people wait for each other forever. */
const ORDER = ['organisation', 'person', 'pass', 'contract', 'annex', 'month'] as const
export type Lockable = (typeof ORDER)[number]

const taken = new WeakMap<object, { readonly what: Lockable; readonly id: string }[]>()

/**
 * Waits until nobody else changes this, until the end of the transaction. Advisory, because a row lock returns nothing,
 * silently, on rows that one may only read. What is read afterwards is what the others committed.
 * @example await lock(ctx, 'person', personId)
 */
export async function lock({ tx }: Pick<Ctx, 'tx'>, what: Lockable, id: string): Promise<void> {
  const before = taken.get(tx) ?? []
  // What one already holds is not waited for: a command that calls others takes everything first, in order.
  if (before.some((each) => each.what === what && each.id === id)) return
  invariant(
    before.every((each) => ORDER.indexOf(each.what) <= ORDER.indexOf(what)),
    `${what} is locked before what comes after it`,
  )
  taken.set(tx, [...before, { what, id }])
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${what}:${id}`}, 0))`.execute(tx)
}
