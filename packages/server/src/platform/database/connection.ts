import type { PostgresPool } from 'kysely'

/** One statement's answer, in the shape that `pg` gives. */
export interface StatementResult {
  readonly command: 'UPDATE' | 'DELETE' | 'INSERT' | 'SELECT' | 'MERGE'
  readonly rowCount: number
  readonly rows: Record<string, unknown>[]
}

/** A connection in somebody's hands: nobody else uses it until it is released. */
export interface HeldConnection {
  query(text: string, parameters?: readonly unknown[]): Promise<StatementResult>
  /** Several statements without parameters, as in a migration; answers the rows of all of them. */
  execute(script: string): Promise<Record<string, unknown>[]>
  release(): void
}

/**
 * What the platform asks of a database, embedded or not. It fits Kysely's PostgreSQL dialect, so both are one code path.
 */
export interface ConnectionSource {
  readonly kind: 'embedded' | 'postgresql'
  /** `holder` names who asks: it is quoted to whoever waits too long behind it. */
  connect(holder?: string): Promise<HeldConnection>
  end(): Promise<void>
}

/** Presents a source as the pool that Kysely expects. */
export function asKyselyPool(source: ConnectionSource): PostgresPool {
  return {
    connect: async () => {
      const held = await source.connect()
      return { query: held.query.bind(held), release: () => held.release() } as unknown as Awaited<ReturnType<PostgresPool['connect']>>
    },
    end: () => source.end(),
  } as PostgresPool
}
