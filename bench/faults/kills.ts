// `node --import ./tools/tsx.mjs bench/faults/kills.ts`: kills the server in the middle of its writes and counts what is lost. Nothing may be.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openEmbedded } from '../../packages/server/src/platform/database/embedded.ts'
import { openPostgresql } from '../../packages/server/src/platform/database/postgresql.ts'
import { embeddedTemplate } from '../../packages/server/src/platform/testing/test-source.ts'
import { startPostgresql } from '../../tools/postgresql.mjs'
import { startServer } from './running-server.ts'
import { openWriter } from './site-writer.ts'
import { smallDemonstration, type Writer } from './small-demonstration.ts'

export interface KillReport {
  readonly kills: number
  readonly acknowledged: number
  readonly lost: readonly string[]
}

/** Writes for a moment, kills, starts again, looks for every write that was acknowledged; several times on the same data. */
async function killRepeatedly(
  settings: Readonly<Record<string, string>>,
  writer: Writer,
  kills: number,
  crash: () => void,
): Promise<KillReport> {
  let server = await startServer(settings)
  const browser = await openWriter(server.address, writer)
  const lost = new Set<string>()
  for (let kill = 0; kill < kills; kill++) {
    const writing = Promise.all([browser.writeUntilGone(server.address), browser.writeUntilGone(server.address)])
    await wait(400 + kill * 137)
    await server.end('SIGKILL')
    crash()
    await writing
    server = await startServer(settings)
    const shown = await browser.shown(server.address)
    for (const name of browser.acknowledged) if (!shown.has(name)) lost.add(name)
  }
  await server.end('SIGTERM')
  return { kills, acknowledged: browser.acknowledged.length, lost: [...lost] }
}

/** On an embedded folder, with `kill -9` of the process that holds it. */
export async function killEmbedded(kills: number): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-kills-'))
  try {
    const source = await openEmbedded({ folder, dump: new Uint8Array(readFileSync(await embeddedTemplate())) })
    const writer = await smallDemonstration(source)
    await source.end()
    return await killRepeatedly({ DATA_DIR: folder, DATABASE_URL: '', DATABASE_WORKER_URL: '' }, writer, kills, () => {})
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** On a PostgreSQL server that writes durably, stopped at once with the process; null when PostgreSQL is not on this machine. */
export async function killPostgresql(kills: number): Promise<KillReport | null> {
  const postgresql = await startPostgresql({ durable: true })
  if (!postgresql) return null
  try {
    const source = openPostgresql(postgresql.urlOf('maillage_template'), { connections: 1 })
    const writer = await smallDemonstration(source)
    await source.end()
    const settings = {
      DATABASE_URL: postgresql.urlOf('maillage_template', 'maillage_web'),
      DATABASE_WORKER_URL: postgresql.urlOf('maillage_template', 'maillage_worker'),
    }
    return await killRepeatedly(settings, writer, kills, () => postgresql.crash())
  } finally {
    await postgresql.stop()
  }
}

if (import.meta.main) {
  for (const [name, report] of [
    ['embedded', await killEmbedded(5)],
    ['PostgreSQL', await killPostgresql(5)],
  ] as const) {
    console.log(
      report ? `${name}: ${report.kills} kills, ${report.acknowledged} writes acknowledged, ${report.lost.length} lost` : `${name}: absent`,
    )
  }
}
