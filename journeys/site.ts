import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { computedDemonstration } from '../demo/computed-demonstration.ts'
import { serve } from '../packages/server/src/main.ts'
import type { Clock } from '../packages/server/src/platform/clock.ts'
import { readSettings } from '../packages/server/src/platform/configuration/settings.ts'
import { openEmbeddedFolder } from '../packages/server/src/platform/database/open-database.ts'

/** The day on which journeys are walked and pictures made: an ordinary Tuesday, annexes signed, the last month not yet typed by everybody. */
export const TODAY = Temporal.PlainDate.from('2026-11-17')

/** Half past nine, and a thousandth of a second more each time it is read: two acts never have the same time, and a slow machine shows the same pages. */
function clockOfTheDay(): Clock {
  const morning = TODAY.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '09:30' }).toInstant()
  let read = 0
  return { now: () => morning.add({ milliseconds: ++read }) }
}

const TEMPORARY = fileURLToPath(new URL('../.cache/tmp/', import.meta.url))

/** Makes what sites begin from, when it is not made yet: two processes that would both need it wait for one. */
export const makeSite = (): Promise<string> => computedDemonstration(clockOfTheDay())

/** A demonstration of one's own, loaded and computed, served until it is stopped. */
export async function openSite(): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const clock = clockOfTheDay()
  const kept = await computedDemonstration(clock)
  mkdirSync(TEMPORARY, { recursive: true })
  const folder = mkdtempSync(`${TEMPORARY}site-`)
  cpSync(kept, folder, { recursive: true })
  // A visitor is told after five seconds that the platform is busy; here, a slow machine makes a slow walk, not another story.
  const databases = await openEmbeddedFolder(folder, async () => {}, { patience: 60_000 })
  const { address, stop } = await serve(databases, readSettings({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: folder }), clock)
  return {
    address,
    stop: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
