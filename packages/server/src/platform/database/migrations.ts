import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { ConnectionSource, HeldConnection } from './connection.ts'

export interface Migration {
  readonly name: string
  readonly checksum: string
  readonly script: string
}

const FOLDER = new URL('../../migrations/', import.meta.url)

/** Every migration in its global order; forward only. */
export function migrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const script = readFileSync(new URL(name, FOLDER), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}

/** The script that a superuser runs once. */
export const rolesScript = (): string => readFileSync(new URL('roles.sql', FOLDER), 'utf8')

/** The database is not at the version that this program needs. The message is for whoever starts it. */
export class SchemaMismatch extends Error {}

async function applied(connection: HeldConnection): Promise<Map<string, string>> {
  const known = await connection.query("select to_regclass('maillage.migration') is not null as known")
  if (known.rows[0]?.['known'] !== true) return new Map()
  const { rows } = await connection.query('select name, checksum from maillage.migration')
  return new Map(rows.map((row) => [String(row['name']), String(row['checksum'])]))
}

/** A database whose past is not this program's: what would be added to it stands on nothing known. */
function refuseOtherHistory(done: ReadonlyMap<string, string>): void {
  const wanted = new Map(migrations().map(({ name, checksum }) => [name, checksum]))
  const changed = [...done].filter(([name, checksum]) => wanted.has(name) && wanted.get(name) !== checksum).map(([name]) => name)
  const unknown = [...done.keys()].filter((name) => !wanted.has(name))
  if (changed.length > 0) throw new SchemaMismatch(`Des migrations déjà appliquées ont changé : ${changed.join(', ')}.`)
  if (unknown.length > 0) throw new SchemaMismatch(`La base est plus récente que ce programme : ${unknown.join(', ')}.`)
}

/** Refuses to work on a schema older, newer or other than this program's. */
export async function checkSchema(source: ConnectionSource): Promise<void> {
  const connection = await source.connect('the schema check')
  try {
    const done = await applied(connection)
    const missing = migrations().filter((each) => !done.has(each.name))
    if (missing.length > 0)
      throw new SchemaMismatch(`La base n'est pas à jour : lancez « npm run migrate » (${missing.length} migration(s) à appliquer).`)
    refuseOtherHistory(done)
  } finally {
    connection.release()
  }
}

/**
 * Applies what is missing, each file in its own transaction, as the owner of the tables; one process at a time.
 * @returns the names applied
 */
export async function migrate(source: ConnectionSource): Promise<readonly string[]> {
  const connection = await source.connect('the migration')
  const names: string[] = []
  try {
    await connection.execute('set role maillage_owner; set search_path = maillage, public;')
    const bypass = await connection.query("select rolbypassrls from pg_roles where rolname = 'maillage_owner'")
    if (bypass.rows[0]?.['rolbypassrls'] !== true) {
      throw new SchemaMismatch('Les rôles de la base ne sont pas prêts : lancez « npm run init-roles » avec un super-utilisateur.')
    }
    await connection.query("select pg_advisory_lock(hashtext('maillage.migration'))")
    await connection.execute(
      'create table if not exists maillage.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now()); ' +
        "comment on table maillage.migration is 'V0. The scripts applied, read before any role is taken.'; " +
        'grant select on maillage.migration to maillage_web, maillage_worker;',
    )
    const done = await applied(connection)
    refuseOtherHistory(done)
    for (const { name, checksum, script } of migrations()) {
      if (done.has(name)) continue
      await connection.execute('begin')
      try {
        await connection.execute(script)
        await connection.query('insert into maillage.migration (name, checksum) values ($1, $2)', [name, checksum])
        await connection.execute('commit')
      } catch (error) {
        await connection.execute('rollback')
        throw new Error(`Migration ${name} failed`, { cause: error })
      }
      names.push(name)
    }
    await connection.query("select pg_advisory_unlock(hashtext('maillage.migration'))")
    return names
  } finally {
    await connection.execute('reset role; reset search_path').catch(() => {})
    connection.release()
  }
}
