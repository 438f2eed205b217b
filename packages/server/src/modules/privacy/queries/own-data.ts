import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { openOwnRow } from '../../accompaniment/index.ts'

/** Every row about the person, by table, with the columns that are theirs. */
export type OwnData = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

const NAME = /^[a-z_]+$/

/**
 * Everything kept about the person whose space is open, as the tables say it: each that row security opens to them, so that one added later joins by
 * itself. Two statements.
 */
export async function ownData({ tx, keys }: Pick<ReadCtx, 'tx' | 'keys'>): Promise<OwnData> {
  const { rows: tables } = await sql<{ table_name: string; columns: string[] }>`
    select table_name, columns from own_columns() order by table_name`.execute(tx)
  const known = tables.filter(({ table_name, columns }) => [table_name, ...columns].every((name) => NAME.test(name)))
  const each = known.map(
    ({ table_name, columns }) =>
      sql`select ${table_name} as name, (select coalesce(jsonb_agg(to_jsonb(mine)), '[]') from (select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table_name)}) as mine) as rows`,
  )
  const { rows } = await sql<{ name: string; rows: OwnData[string] }>`${sql.join(each, sql` union all `)}`.execute(tx)
  return Object.fromEntries(rows.map(({ name, rows: mine }) => [name, mine.map((row) => openOwnRow(keys, name, row))]))
}
