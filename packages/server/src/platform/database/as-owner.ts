import { Kysely, PostgresDialect, sql } from 'kysely'
import { asKyselyPool, type ConnectionSource } from './connection.ts'
import type { Tx } from './database.ts'
import type { PlatformTables } from './platform-tables.ts'

/**
 * One transaction of an operator's command, as the owner of the tables, who sees every row, in one snapshot so that counts agree with each other.
 * Dates, times and numbers are written the same way whatever the server's settings: what is compared must be comparable.
 */
export function asOwner<T>(source: ConnectionSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  const kysely = new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool: asKyselyPool(source) }) })
  return kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`select set_config('role', 'maillage_owner', true), set_config('search_path', 'maillage, pg_temp', true),
        set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true), set_config('IntervalStyle', 'postgres', true),
        set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true), set_config('statement_timeout', '0', true)`.execute(
        tx,
      )
      return work(tx)
    })
}
