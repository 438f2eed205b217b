import { ConfigurationFault, type Settings } from '../configuration/settings.ts'
import type { ConnectionSource } from './connection.ts'
import { Database } from './database.ts'
import { type EmbeddedOptions, type EmbeddedSource, openEmbedded } from './embedded.ts'
import { checkSchema, migrate, rolesScript } from './migrations.ts'
import { openPostgresql } from './postgresql.ts'

/** What a server works with: requests on one side, jobs on the other, one source when the database is embedded. */
export interface OpenDatabases {
  readonly database: Database
  readonly jobs: { readonly database: Database; readonly source: ConnectionSource }
  close(): Promise<void>
}

/** A login role that may not take its working role would fail at the first request, or at the first job of the night. */
async function checkRole(source: ConnectionSource, role: 'maillage_app' | 'maillage_job', setting: string): Promise<void> {
  const held = await source.connect('the role check')
  try {
    const { rows } = await held.query("select session_user as who, pg_has_role(session_user, $1, 'member') as able", [role])
    if (rows[0]?.['able'] !== true) {
      throw new ConfigurationFault(`Le compte « ${String(rows[0]?.['who'])} » ne peut pas prendre le rôle ${role} : vérifiez ${setting}.`)
    }
  } finally {
    held.release()
  }
}

/** Connects to a PostgreSQL server, as requests and as jobs; never migrates it. */
export async function openService(settings: Settings & { readonly databaseUrl: string }): Promise<OpenDatabases> {
  const source = openPostgresql(settings.databaseUrl)
  const jobSource = openPostgresql(settings.workerDatabaseUrl ?? settings.databaseUrl, { connections: 3 })
  await checkSchema(source)
  await checkRole(source, 'maillage_app', 'DATABASE_URL')
  await checkRole(jobSource, 'maillage_job', 'DATABASE_WORKER_URL')
  const database = new Database(source)
  const jobDatabase = new Database(jobSource)
  return {
    database,
    jobs: { database: jobDatabase, source: jobSource },
    close: async () => {
      await jobDatabase.close()
      await database.close()
    },
  }
}

/** Roles and tables of a database just created: what `init-roles` and `migrate` do on a server. */
export async function prepareEmbedded(source: EmbeddedSource): Promise<void> {
  const held = await source.connect('the preparation')
  try {
    await held.execute('reset role')
    await held.execute(rolesScript())
  } finally {
    held.release()
  }
  await migrate(source)
}

/** From now on a statement without the opener has no right at all. */
export async function dropPrivileges(source: EmbeddedSource): Promise<void> {
  const held = await source.connect('the preparation')
  await held.execute('set role maillage_web')
  held.release()
}

/** Opens the embedded database of a folder, creating and migrating it as needed. */
export async function openEmbeddedFolder(
  folder: string | null,
  prepare: (source: EmbeddedSource) => Promise<void>,
  options: Pick<EmbeddedOptions, 'patience'> = {},
): Promise<OpenDatabases> {
  const source = await openEmbedded({ folder, ...options })
  try {
    await prepareEmbedded(source)
    await prepare(source)
    await dropPrivileges(source)
  } catch (error) {
    await source.end()
    throw error
  }
  const database = new Database(source)
  return { database, jobs: { database, source }, close: () => database.close() }
}
