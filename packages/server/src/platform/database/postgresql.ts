import pg from 'pg'
import type { ConnectionSource, HeldConnection, StatementResult } from './connection.ts'

/** The types read as text: a date is a day and not an instant, an exact number is not a float. */
const AS_TEXT = new Set([1082, 1114, 1184, 1700])
const INT8 = 20

function integer(value: string): number {
  const read = Number(value)
  if (!Number.isSafeInteger(read)) throw new RangeError('An int8 value is too large to be exact')
  return read
}

const parserFor = (oid: number, format?: 'text' | 'binary') => {
  if (oid === INT8) return integer
  if (AS_TEXT.has(oid)) return (value: string) => value
  return pg.types.getTypeParser(oid, format as 'text')
}

// Row security makes a reading of ten rows take longer to plan than to answer: each connection keeps the plans of what it reads again and again.
// Only readings, whose texts are few; a connection that has met more than it may keep plans the others each time.
const READS = /^\s*(select|with)\s/i
const KEPT_PLANS = 250
const plans = new WeakMap<object, Map<string, string>>()

/** The name under which this connection keeps the plan of a reading; undefined when it keeps none. */
function planOf(client: object, text: string): string | undefined {
  if (!READS.test(text)) return undefined
  const kept = plans.get(client) ?? new Map<string, string>()
  plans.set(client, kept)
  const known = kept.get(text)
  if (known !== undefined || kept.size >= KEPT_PLANS) return known
  const name = `read_${kept.size}`
  kept.set(text, name)
  return name
}

/** A pool of connections to a PostgreSQL server. */
export function openPostgresql(url: string, options: { readonly connections?: number } = {}): ConnectionSource {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 5000,
    application_name: 'maillage',
    types: { getTypeParser: parserFor as typeof pg.types.getTypeParser },
  })
  // A connection that breaks is replaced at the next use; without a listener the process would die of it. The pool listens to those that are idle,
  // and nobody to one in somebody's hands between two statements.
  const survive = () => {}
  pool.on('error', survive)
  let ending: Promise<void> | undefined
  return {
    kind: 'postgresql',
    async connect(): Promise<HeldConnection> {
      const client = await pool.connect()
      client.on('error', survive)
      return {
        query: (text, parameters = []) =>
          client.query({
            name: planOf(client, text),
            text,
            values: [...parameters],
          } as pg.QueryConfig) as unknown as Promise<StatementResult>,
        execute: async (script) => {
          const answer = (await client.query(script)) as unknown as StatementResult | StatementResult[]
          return [answer].flat().flatMap(({ rows }) => rows)
        },
        release: () => {
          client.off('error', survive)
          client.release()
        },
      }
    },
    // Ended once, however many hold it: the pool refuses a second time, and a clean stop would say that it failed.
    end: () => {
      ending ??= pool.end()
      return ending
    },
  }
}
