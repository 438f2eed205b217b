import { invariant } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../packages/server/src/platform/database/database.ts'

export type Row = Readonly<Record<string, unknown>>

async function insert(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  invariant(first !== undefined, 'there is something to write')
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(tx)
}

/** Rows kept by table until there are enough to send: one statement for thousands is what makes a first start short. */
export class RowSink {
  readonly #rows: Map<string, Row[]>

  /** `tables` in the order in which they are written: parents before children. */
  constructor(tables: readonly string[]) {
    this.#rows = new Map(tables.map((table) => [table, []]))
  }

  add(table: string, ...rows: readonly Row[]): void {
    const known = this.#rows.get(table)
    invariant(known, `${table} has its place in the order of writing`)
    known.push(...rows)
  }

  async write(tx: Tx): Promise<void> {
    for (const [table, rows] of this.#rows) {
      for (let from = 0; from < rows.length; from += 4000) await insert(tx, table, rows.slice(from, from + 4000))
      rows.length = 0
    }
  }
}
