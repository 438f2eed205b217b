import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { checkSchema, migrations, rolesScript } from '../../packages/server/src/platform/database/migrations.ts'
import { openPostgresql } from '../../packages/server/src/platform/database/postgresql.ts'
import { startPostgresql } from '../../tools/postgresql.mjs'

/** What is left of migrations killed in their course. */
export interface MigrationReport {
  /** How many migrations each kill left applied: never half of one. */
  readonly left: readonly number[]
  readonly total: number
  /** Names of what differs from a database migrated in one go. */
  readonly differences: readonly string[]
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const INVENTORY = `select kind || ' ' || name as what from (
    select 'relation' as kind, relname || ' ' || relkind::text as name from pg_class where relnamespace = 'maillage'::regnamespace
    union all select 'function', oid::regprocedure::text from pg_proc where pronamespace = 'maillage'::regnamespace
    union all select 'policy', tablename || ' ' || policyname from pg_policies where schemaname = 'maillage'
    union all select 'constraint', conrelid::regclass || ' ' || conname from pg_constraint where connamespace = 'maillage'::regnamespace) as found
  order by 1`

/** The real `npm run migrate`, killed after so long, or left to end. */
async function migrate(url: string, killedAfter: number | null): Promise<number | null> {
  const child = spawn(process.execPath, ['packages/server/src/commands/migrate.ts'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_ADMIN_URL: url },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  if (killedAfter !== null) {
    await Promise.race([wait(killedAfter), ended])
    child.kill('SIGKILL')
  }
  const [code] = (await ended) as [number | null]
  return code
}

/** Kills the migration of an empty database several times, then lets it go on; null when PostgreSQL is not on this machine. */
export async function killMigrations(kills: number): Promise<MigrationReport | null> {
  const postgresql = await startPostgresql({ durable: true })
  if (!postgresql) return null
  const whole = openPostgresql(postgresql.urlOf('maillage_template'), { connections: 1 })
  const url = postgresql.urlOf('maillage_killed')
  try {
    const first = await whole.connect('the faults')
    await first.execute('create database maillage_killed')
    const killed = openPostgresql(url, { connections: 1 })
    try {
      const held = await killed.connect('the faults')
      await held.execute(rolesScript())
      const applied = async () => {
        const [known] = await held.execute("select to_regclass('maillage.migration') is not null as known")
        if (known?.['known'] !== true) return 0
        const [counted] = await held.execute('select count(*)::integer as applied from maillage.migration')
        return Number(counted?.['applied'])
      }
      // From the start of the process to the middle of its work, however fast the machine is.
      const left: number[] = []
      for (let delay = 150; left.filter((count) => count > 0).length < kills && left.length < 60; delay += 35) {
        await migrate(url, delay)
        const count = await applied()
        left.push(count)
        if (count === migrations().length) break
      }
      const code = await migrate(url, null)
      if (code !== 0) throw new Error(`The migration did not go on: it ended with code ${code}`)
      const inventory = async (on: typeof held) => new Set((await on.execute(INVENTORY)).map(({ what }) => String(what)))
      const [expected, found] = [await inventory(first), await inventory(held)]
      held.release()
      await checkSchema(killed)
      first.release()
      return { left, total: migrations().length, differences: [...expected.symmetricDifference(found)] }
    } finally {
      await killed.end()
    }
  } finally {
    await whole.end()
    await postgresql.stop()
  }
}
