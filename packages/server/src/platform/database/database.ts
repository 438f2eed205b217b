import { CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { asKyselyPool, type ConnectionSource } from './connection.ts'
import { type DatabaseContext, opener, type TransactionRole } from './opener.ts'
import type { PlatformTables } from './platform-tables.ts'

/** A transaction already opened with its role and context. */
export type Tx = Transaction<PlatformTables>

export interface TransactionOptions {
  readonly role: TransactionRole
  readonly context: DatabaseContext
  readonly readOnly?: boolean
}

/**
 * The only door to the data. Nothing outside the platform can reach a connection: slices receive an opened transaction.
 */
export class Database {
  readonly source: ConnectionSource
  readonly #kysely: Kysely<PlatformTables>

  constructor(source: ConnectionSource) {
    this.source = source
    this.#kysely = new Kysely({ dialect: new PostgresDialect({ pool: asKyselyPool(source) }) })
  }

  /** Runs `work` in one transaction, as one role, in one context. Rolls back when it throws. */
  transaction<T>({ role, context, readOnly = false }: TransactionOptions, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { text, parameters } = opener(role, context)
    const builder = this.#kysely.transaction()
    return (readOnly ? builder.setAccessMode('read only') : builder).execute(async (tx) => {
      await tx.executeQuery(CompiledQuery.raw(text, [...parameters]))
      return work(tx)
    })
  }

  /** The few definer functions that run before there is an actor. @example beforeActor('find_session', [hash]) */
  async beforeActor<Row>(
    name:
      | 'find_session'
      | 'find_credential'
      | 'open_session'
      | 'end_session'
      | 'find_space'
      | 'redeem_link'
      | 'open_space'
      | 'open_follow_up'
      | 'answer_follow_up'
      | 'take_rate'
      | 'deployment_purpose'
      | 'sealed_samples',
    values: readonly unknown[],
  ): Promise<Row | undefined> {
    const call = sql`select * from ${sql.id('maillage', name)}(${sql.join(values.map((value) => sql`${value}`))}) as answer`
    const { rows } = await call.execute(this.#kysely)
    return rows[0] as Row | undefined
  }

  /** Whether the database answers, for `/ready`. */
  async answers(): Promise<boolean> {
    return (await sql`select 1`.execute(this.#kysely)).rows.length === 1
  }

  async close(): Promise<void> {
    await this.#kysely.destroy()
    await this.source.end()
  }
}
