import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'

interface ForeignKey {
  readonly name: string
  readonly child: string
  readonly parent: string
  readonly columns: readonly string[]
  readonly referenced: readonly string[]
}

/** The foreign keys that some rows do not keep: those loaded while the database was not looking. */
export async function brokenKeys(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<ForeignKey>`
    select conname::text as name, child.relname::text as child, parent.relname::text as parent,
      (select jsonb_agg(attname order by rank) from unnest(conkey) with ordinality as key (number, rank)
        join pg_attribute on attrelid = conrelid and attnum = number) as columns,
      (select jsonb_agg(attname order by rank) from unnest(confkey) with ordinality as key (number, rank)
        join pg_attribute on attrelid = confrelid and attnum = number) as referenced
    from pg_constraint join pg_class as child on child.oid = conrelid join pg_class as parent on parent.oid = confrelid
    where contype = 'f' and connamespace = 'maillage'::regnamespace order by conname`.execute(tx)
  const broken: string[] = []
  for (const { name, child, parent, columns, referenced } of rows) {
    const named = sql.join(
      columns.map((column) => sql`child.${sql.ref(column)} is not null`),
      sql` and `,
    )
    const joined = sql.join(
      columns.map((column, rank) => sql`parent.${sql.ref(referenced[rank] ?? '')} = child.${sql.ref(column)}`),
      sql` and `,
    )
    const { rows: orphans } = await sql`
      select from ${sql.table(child)} as child where ${named} and not exists (select from ${sql.table(parent)} as parent where ${joined}) limit 1`.execute(
      tx,
    )
    if (orphans.length > 0) broken.push(`${child}.${name}`)
  }
  return broken
}
