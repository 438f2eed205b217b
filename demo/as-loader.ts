import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import { contextOfNobody } from '../packages/server/src/platform/command/context.ts'
import type { ConnectionSource } from '../packages/server/src/platform/database/connection.ts'
import { Database, type Tx } from '../packages/server/src/platform/database/database.ts'

const LOADER = contextOfNobody(day('2026-01-01'))

/** Runs `work` as the loader, which bypasses row security: only for a database being filled. */
export const asLoader = <T>(source: ConnectionSource, work: (tx: Tx) => Promise<T>): Promise<T> =>
  new Database(source).transaction({ role: 'maillage_loader', context: LOADER }, work)

/**
 * Lets this transaction of an embedded database write rows whose keys are not looked up. Only for those that the tests load on PostgreSQL with every key
 * checked: it halves a first start.
 */
export async function withoutChecks(tx: Tx): Promise<void> {
  await sql`reset role`.execute(tx)
  await sql`set local session_replication_role = replica`.execute(tx)
  await sql`set local role maillage_loader`.execute(tx)
}
