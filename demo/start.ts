// `npm start`: with DATABASE_URL, the service; without, the embedded demonstration, created at the first start.
import { serve } from '../packages/server/src/main.ts'
import { ConfigurationFault, readSettings } from '../packages/server/src/platform/configuration/settings.ts'
import { FolderInUse } from '../packages/server/src/platform/database/folder-lock.ts'
import { SchemaMismatch } from '../packages/server/src/platform/database/migrations.ts'
import { openEmbeddedFolder, openService } from '../packages/server/src/platform/database/open-database.ts'
import { loadDemonstration } from './load.ts'

const started = performance.now()
try {
  const settings = readSettings(process.env)
  const { databaseUrl } = settings
  if (databaseUrl === null) {
    console.log(
      'Base embarquée : pour découvrir et pour un petit usage. Une coupure de courant peut lui faire perdre des données ; un service demande PostgreSQL (DATABASE_URL).',
    )
  }
  const databases =
    databaseUrl === null
      ? await openEmbeddedFolder(settings.dataFolder, loadDemonstration)
      : await openService({ ...settings, databaseUrl })
  const { address } = await serve(databases, settings)
  console.log(`Maillage est prêt en ${((performance.now() - started) / 1000).toFixed(1)} s : ${address}`)
} catch (error) {
  if (error instanceof ConfigurationFault || error instanceof FolderInUse || error instanceof SchemaMismatch) {
    console.error(error.message)
    process.exit(1)
  }
  throw error
}
