import type { ConnectionSource } from '../packages/server/src/platform/database/connection.ts'

interface Policy {
  readonly tablename: string
  readonly permissive: 'PERMISSIVE' | 'RESTRICTIVE'
  readonly qual: string | null
}

/**
 * Makes the floor of row security: a schema of views, one for each table, that filter by the very conditions of the policies of reading. A role that
 * bypasses row security runs there the same SQL, on the same rows, and the planner is free: what is left between both is what row security costs.
 */
export async function makeFloor(source: ConnectionSource): Promise<void> {
  const held = await source.connect('the floor')
  try {
    // Without a search path, the conditions are printed with every name in full.
    await held.execute("set search_path = ''")
    const { rows } = await held.query(
      `select tablename, permissive, qual from pg_catalog.pg_policies
       where schemaname = 'maillage' and cmd in ('SELECT', 'ALL') and 'maillage_app' = any (roles) order by tablename`,
    )
    const views = [...Map.groupBy(rows as unknown as Policy[], ({ tablename }) => tablename)].map(([table, policies]) => {
      const joined = (kind: Policy['permissive'], word: string) =>
        policies
          .filter(({ permissive }) => permissive === kind)
          .map(({ qual }) => `(${qual ?? 'true'})`)
          .join(` ${word} `) || 'true'
      return `create view floor.${table} as select * from maillage.${table} where (${joined('PERMISSIVE', 'or')}) and (${joined('RESTRICTIVE', 'and')})`
    })
    await held.execute(
      `create schema floor; ${views.join('; ')}; grant usage on schema floor to public; grant select on all tables in schema floor to public`,
    )
  } finally {
    await held.execute('reset search_path').catch(() => {})
    held.release()
  }
}
