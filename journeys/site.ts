import { after } from 'node:test'
import { loadDemonstration } from '../demo/load.ts'
import { serve } from '../packages/server/src/main.ts'
import { readSettings } from '../packages/server/src/platform/configuration/settings.ts'
import { openEmbeddedFolder } from '../packages/server/src/platform/database/open-database.ts'

let running: ReturnType<typeof start> | undefined

async function start() {
  const databases = await openEmbeddedFolder(null, loadDemonstration)
  return serve(databases, readSettings({ PORT: '0', LOG_LEVEL: 'silent' }))
}

/** The address of the demonstration, started once for every journey of the process. */
export async function siteAddress(): Promise<string> {
  running ??= start()
  return (await running).address
}

after(async () => (await running)?.stop())
