import { randomUUIDv7 } from 'node:crypto'
import { invariant } from '@maillage/kernel'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../command/actor.ts'
import type { Command } from '../command/command.ts'
import { databaseContext, todayFor } from '../command/context.ts'
import { type Performed, perform } from '../command/perform.ts'
import { type ReadCtx, read } from '../command/read.ts'
import { findActor } from '../session/find-actor.ts'
import { newToken, tokenHash } from '../session/token.ts'
import type { World } from './database-test.ts'

/** Somebody signed in, without a browser: what commands and queries that no screen of their slice calls are tested with. */
export async function signedIn(world: World, accountId: string): Promise<Actor> {
  const token = newToken()
  await world.database.beforeActor('open_session', [tokenHash(token), accountId, 12])
  const actor = await findActor(world.database, token)
  invariant(actor, 'this account can sign in')
  return actor
}

/** Runs a command as the edge does: one transaction, refusals as values. */
export async function doAs<Schema extends z.ZodType, Value>(
  world: World,
  accountId: string,
  command: Command<Schema, Value>,
  input: z.input<Schema>,
): Promise<Performed<Value>> {
  const actor = await signedIn(world, accountId)
  return perform(world.runtime, command, actor, command.schema.parse(input), randomUUIDv7(), () => '/')
}

/** The codes by which a command was refused; empty when it was done. */
export const refusalsIn = (performed: Performed<unknown>): readonly string[] =>
  performed.state === 'refused' ? performed.refusals.map(({ code }) => code) : []

/** Reads as somebody, in a transaction that cannot write. */
export async function readAs<T>(world: World, accountId: string, work: (ctx: ReadCtx) => Promise<T>): Promise<T> {
  return read(world.runtime, await signedIn(world, accountId), randomUUIDv7(), work)
}

/** Sends a statement that no command would, as somebody who found a way to: row security stands alone. Answers its rows. */
export async function statementAs(world: World, accountId: string, statement: string): Promise<readonly unknown[]> {
  const actor = await signedIn(world, accountId)
  const context = databaseContext(actor, todayFor(world.runtime, actor), randomUUIDv7())
  return world.database.transaction({ role: 'maillage_app', context }, async (tx) => (await sql.raw(statement).execute(tx)).rows)
}
