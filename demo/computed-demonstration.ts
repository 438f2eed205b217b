import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CalendarDate, isoDate } from '@maillage/kernel'
import { recompute } from '../packages/server/src/modules/indicators/jobs/recompute.ts'
import { type Clock, legalDay } from '../packages/server/src/platform/clock.ts'
import { Database } from '../packages/server/src/platform/database/database.ts'
import { openEmbedded } from '../packages/server/src/platform/database/embedded.ts'
import { prepareEmbedded } from '../packages/server/src/platform/database/open-database.ts'
import { loadDemonstration } from './load.ts'
import { beginFromBase } from './prepared-base.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const CACHE = `${ROOT}.cache/`
const KEPT = 'demonstration-'

/** What the rows and the figures are made from. Screens, verbs and tests change none of them. */
const MAKES_IT = ['package-lock.json', 'demo/**/*', 'packages/{kernel,rules,server}/src/**/*.{ts,sql}']
const MAKES_NOTHING = /\.test\.ts$|\/(pages|commands|testing|situations)\/|\/(messages\.fr|fixtures|route-expectations)\.ts$/

function stateOf(today: CalendarDate): string {
  const state = createHash('sha256').update(isoDate(today))
  for (const file of globSync(MAKES_IT, { cwd: ROOT }).sort()) {
    if (MAKES_NOTHING.test(file) || !/\.(ts|sql|json)$/.test(file)) continue
    state.update(file).update(readFileSync(`${ROOT}${file}`))
  }
  return state.digest('hex').slice(0, 16)
}

/**
 * The folder of an embedded database that holds the demonstration of one day, its figures computed. Made once for each state of what it is made from,
 * it is to be copied, never opened: some twenty seconds to make, one to copy.
 */
export async function computedDemonstration(clock: Clock): Promise<string> {
  const today = legalDay(clock.now(), 'Europe/Paris')
  const folder = `${CACHE}${KEPT}${stateOf(today)}`
  if (existsSync(folder)) return folder
  mkdirSync(CACHE, { recursive: true })
  for (const former of readdirSync(CACHE).filter((name) => name.startsWith(KEPT))) rmSync(`${CACHE}${former}`, { recursive: true })
  const making = `${CACHE}making-${process.pid}`
  beginFromBase(making)
  const source = await openEmbedded({ folder: making })
  try {
    await prepareEmbedded(source)
    await loadDemonstration(source, today)
    await recompute.run({ database: new Database(source), clock })
  } finally {
    await source.end()
  }
  renameSync(making, folder)
  return folder
}
