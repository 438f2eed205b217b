import { setTimeout as wait } from 'node:timers/promises'
import { openPostgresql } from '../../packages/server/src/platform/database/postgresql.ts'
import { startPostgresql } from '../../tools/postgresql.mjs'
import { startServer } from './running-server.ts'
import { openWriter } from './site-writer.ts'
import { smallDemonstration } from './small-demonstration.ts'

/** What people met while the database was stopped and started again under them, the server staying up. */
export interface RestartReport {
  readonly restarts: number
  readonly acknowledged: number
  readonly lost: readonly string[]
  /** Answers other than the one expected, by what they were: « 503 La base de données ne répond pas ». */
  readonly met: ReadonlyMap<string, number>
  /** Milliseconds from the return of the database to the first page shown again. */
  readonly back: readonly number[]
}

const AWAY = 1500
const PATIENCE = 20_000

/** Stops and starts PostgreSQL several times while people write and read; null when PostgreSQL is not on this machine. */
export async function restartPostgresql(restarts: number): Promise<RestartReport | null> {
  const postgresql = await startPostgresql({ durable: true })
  if (!postgresql) return null
  try {
    const source = openPostgresql(postgresql.urlOf('maillage_template'), { connections: 1 })
    const writer = await smallDemonstration(source)
    await source.end()
    const server = await startServer({
      DATABASE_URL: postgresql.urlOf('maillage_template', 'maillage_web'),
      DATABASE_WORKER_URL: postgresql.urlOf('maillage_template', 'maillage_worker'),
      TRUST_PROXY: 'oui',
    })
    try {
      const browser = await openWriter(server.address, writer)
      const met = new Map<string, number>()
      const back: number[] = []
      for (let restart = 0; restart < restarts; restart++) {
        let going = true
        const writing = Array.from({ length: 4 }, async () => {
          while (going) {
            const said = await browser.writeOnce(server.address)
            if (said === null) continue
            met.set(said, (met.get(said) ?? 0) + 1)
            await wait(50)
          }
        })
        try {
          await wait(700)
          await postgresql.restart(AWAY)
          const began = performance.now()
          while ((await browser.shown(server.address)).size === 0) {
            if (performance.now() - began > PATIENCE) throw new Error(`The server did not come back:\n${server.output()}`)
            await wait(20)
          }
          back.push(performance.now() - began)
          await wait(500)
        } finally {
          // Stopped before anything else: the server that they write to ends with this function.
          going = false
          await Promise.allSettled(writing)
        }
        await Promise.all(writing)
      }
      const shown = await browser.shown(server.address)
      return {
        restarts,
        acknowledged: browser.acknowledged.length,
        lost: browser.acknowledged.filter((name) => !shown.has(name)),
        met,
        back,
      }
    } finally {
      await server.end('SIGTERM')
    }
  } finally {
    await postgresql.stop()
  }
}
