// After an install: prepares what every first start of the embedded database needs. What fails here is made at the first start.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { loadFranceTerritories } from '../packages/server/src/modules/territories/import/load-france.ts'
import { openEmbedded } from '../packages/server/src/platform/database/embedded.ts'
import { prepareEmbedded } from '../packages/server/src/platform/database/open-database.ts'
import { asLoader, withoutChecks } from './as-loader.ts'
import { BASE, baseFolder, CACHE } from './prepared-base.ts'

async function prepareBase(folder: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true })
  for (const former of readdirSync(CACHE).filter((name) => name.startsWith(BASE))) rmSync(`${CACHE}${former}`, { recursive: true })
  const making = `${CACHE}making-base-${process.pid}`
  const source = await openEmbedded({ folder: making })
  try {
    await prepareEmbedded(source)
    await asLoader(source, async (tx) => {
      await withoutChecks(tx)
      await loadFranceTerritories(tx)
    })
  } finally {
    await source.end()
  }
  renameSync(`${making}/pg`, folder)
  rmSync(making, { recursive: true })
}

try {
  if (!existsSync(baseFolder())) await prepareBase(baseFolder())
} catch (error) {
  console.error('La base embarquée sera préparée au premier démarrage :', error)
}
