// `npm start`: with DATABASE_URL, the service; without, the embedded demonstration, created at the first start.
import { ConfigurationFault, readSettings } from '../packages/server/src/platform/configuration/settings.ts'
import { FolderInUse } from '../packages/server/src/platform/database/folder-lock.ts'
import { SchemaMismatch } from '../packages/server/src/platform/database/migrations.ts'
import { openEmbeddedFolder, openService } from '../packages/server/src/platform/database/open-database.ts'
import { beginFromBase } from './prepared-base.ts'

const started = performance.now()
try {
  const settings = readSettings(process.env)
  const { databaseUrl } = settings
  if (databaseUrl === null) {
    console.log(
      'Base embarquée : pour découvrir et pour un petit usage. Une coupure de courant peut lui faire perdre des données ; un service demande PostgreSQL (DATABASE_URL).',
    )
  }
  if (databaseUrl === null) beginFromBase(settings.dataFolder)
  const opening =
    databaseUrl === null
      ? openEmbeddedFolder(settings.dataFolder, async (source) => (await import('./load.ts')).loadDemonstration(source))
      : openService({ ...settings, databaseUrl })
  // The embedded database takes seconds to begin, in a thread of its own: the program is read meanwhile.
  const [databases, { serve }] = await Promise.all([opening, import('../packages/server/src/main.ts')])
  const { address } = await serve(databases, settings)
  console.log(`Maillage est prêt en ${((performance.now() - started) / 1000).toFixed(1)} s : ${address}`)
} catch (error) {
  if (error instanceof ConfigurationFault || error instanceof FolderInUse || error instanceof SchemaMismatch) {
    console.error(error.message)
    process.exit(1)
  }
  throw error
}
