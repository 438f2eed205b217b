import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { serve } from '../packages/server/src/main.ts'
import { ArchiveFault } from '../packages/server/src/platform/archive/archive-fault.ts'
import { exportDatabase } from '../packages/server/src/platform/archive/export.ts'
import { importDatabase } from '../packages/server/src/platform/archive/import.ts'
import { contentsOf, differences } from '../packages/server/src/platform/archive/table-contents.ts'
import { systemClock } from '../packages/server/src/platform/clock.ts'
import { readSettings } from '../packages/server/src/platform/configuration/settings.ts'
import { asOwner } from '../packages/server/src/platform/database/as-owner.ts'
import { openEmbedded } from '../packages/server/src/platform/database/embedded.ts'
import { openService } from '../packages/server/src/platform/database/open-database.ts'
import { openPostgresql } from '../packages/server/src/platform/database/postgresql.ts'
import { embeddedTemplate, emptyDatabase, testServerUrl } from '../packages/server/src/platform/testing/test-source.ts'
import { loadDemonstration } from './load.ts'

const options = { skip: testServerUrl() === undefined ? 'needs PostgreSQL' : false }

test('a demonstration in the embedded database arrives whole in PostgreSQL, and the service starts on it', options, async () => {
  const work = mkdtempSync(join(tmpdir(), 'maillage-move-'))
  const embedded = await openEmbedded({ folder: null, dump: new Uint8Array(readFileSync(await embeddedTemplate())) })
  const { url, drop } = await emptyDatabase()
  try {
    await loadDemonstration(embedded)
    await exportDatabase(embedded, join(work, 'export'), null, systemClock)
    const { audit } = await importDatabase(join(work, 'export'), { kind: 'postgresql', url }, null)
    assert.equal(audit.fault, null)

    const there = openPostgresql(url)
    const [left, arrived] = [await asOwner(embedded, contentsOf), await asOwner(there, contentsOf)]
    assert.deepEqual(
      differences(left, arrived).filter((name) => name !== 'migration'),
      [],
    )
    assert.ok((arrived['person']?.rows ?? 0) > 1000, 'the whole Aude')
    const held = await there.connect('a look')
    // What counts goes on after the last one: a row written now has a number of its own.
    const { rows } = await held.query(`
      select nextval(pg_get_serial_sequence('maillage.event', 'position')) > coalesce((select max(position) from maillage.event), 0) as later`)
    assert.deepEqual(rows, [{ later: true }])
    held.release()
    await there.end()
    await assert.rejects(importDatabase(join(work, 'export'), { kind: 'postgresql', url }, null), (error) => {
      assert.ok(error instanceof ArchiveFault)
      return /n’est pas vide : importez dans une base nouvelle/.test(error.message)
    })

    const as = (login: string) => Object.assign(new URL(url), { username: login }).href
    const settings = readSettings({
      DATA_DIR: join(work, 'data'),
      DATABASE_URL: as('maillage_web'),
      DATABASE_WORKER_URL: as('maillage_worker'),
      PORT: '0',
      LOG_LEVEL: 'silent',
    })
    const { databaseUrl } = settings
    assert.ok(databaseUrl)
    const { address, stop } = await serve(await openService({ ...settings, databaseUrl }), settings)
    try {
      const home = await fetch(new URL('/demonstration', address))
      assert.equal(home.status, 200)
      assert.match(await home.text(), /CIP|conseill/i)
    } finally {
      await stop()
    }
  } finally {
    await embedded.end()
    await drop()
    rmSync(work, { recursive: true, force: true })
  }
})
