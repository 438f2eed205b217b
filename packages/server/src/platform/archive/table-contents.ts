import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'

interface Column {
  readonly name: string
  readonly type: string
  /** The database computes it from the others. */
  readonly generated: boolean
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
}

/** How many rows a table holds, and a sum of their hashes that does not depend on their order. */
export interface TableContent {
  readonly rows: number
  readonly checksum: string
}

/** The numbers of transactions belong to one cluster: elsewhere they would mean other transactions, or some that have not begun. */
const TRANSACTION_NUMBER = 'xid8'

/** Older than every transaction that will ever run. */
const SETTLED = '3'

/** Every table of the platform, as the owner sees them. The queue of jobs is not among them: it is made again when the server starts. */
export async function tablesOf(tx: Tx): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select relname::text as name, jsonb_agg(jsonb_build_object('name', attname, 'type', format_type(atttypid, atttypmod), 'generated', attgenerated <> '')
      order by attname) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
    where relnamespace = 'maillage'::regnamespace and relkind in ('r', 'p')
    group by relname order by relname`.execute(tx)
  return rows
}

/** The columns whose content travels, in the order in which they travel. */
export const carriedColumns = ({ columns }: Table): readonly Column[] => columns.filter(({ generated }) => !generated)

/** One row as a JSON list of texts, exact whatever the types. What belongs to one cluster is written as settled. */
export const rowText = (table: Table) =>
  sql.raw<string>(
    `to_jsonb(array[${carriedColumns(table)
      .map(({ name, type }) => (type === TRANSACTION_NUMBER ? `'${SETTLED}'::text` : `"${name}"::text`))
      .join(', ')}])::text`,
  )

/** What every table holds, to be compared with what another database holds. */
export async function contentsOf(tx: Tx): Promise<Readonly<Record<string, TableContent>>> {
  const contents: Record<string, TableContent> = {}
  for (const table of await tablesOf(tx)) {
    const { rows } = await sql<TableContent>`
      select count(*)::integer as rows,
        coalesce(sum(('x' || left(md5(line), 16))::bit(64)::bigint::numeric), 0) || ' '
          || coalesce(sum(('x' || right(md5(line), 16))::bit(64)::bigint::numeric), 0) as checksum
      from (select ${rowText(table)} as line from ${sql.table(table.name)}) as written`.execute(tx)
    contents[table.name] = rows[0] ?? { rows: 0, checksum: '' }
  }
  return contents
}

/** The tables that two databases do not hold alike. */
export const differences = (
  expected: Readonly<Record<string, TableContent>>,
  found: Readonly<Record<string, TableContent>>,
): readonly string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    .filter((name) => expected[name]?.rows !== found[name]?.rows || expected[name]?.checksum !== found[name]?.checksum)
    .sort()

/** After a copy to another cluster: what was written there is older than whatever will be, or the dispatcher and the seals would wait for it for ever. */
export async function settleTransactions(tx: Tx): Promise<void> {
  for (const { name, columns } of await tablesOf(tx)) {
    for (const column of columns.filter(({ type }) => type === TRANSACTION_NUMBER)) {
      await sql`update ${sql.table(name)} set ${sql.ref(column.name)} = ${SETTLED}::xid8`.execute(tx)
    }
  }
}
