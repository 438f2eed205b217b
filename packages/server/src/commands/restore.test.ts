import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { day, invariant } from '@maillage/kernel'
import { sql } from 'kysely'
import { aMember, anOrganisation } from '../modules/organisations/fixtures.ts'
import { aPerson, aUnit } from '../modules/people/fixtures.ts'
import { aSmallMap } from '../modules/territories/fixtures.ts'
import { backup } from '../platform/archive/backup.ts'
import { restore, type Target } from '../platform/archive/restore.ts'
import { contentsOf, differences } from '../platform/archive/table-contents.ts'
import { sealAudit } from '../platform/audit/seal-audit.ts'
import { verifyAudit } from '../platform/audit/verify-audit.ts'
import { contextOfNobody } from '../platform/command/context.ts'
import type { Administered } from '../platform/database/administered.ts'
import { asOwner } from '../platform/database/as-owner.ts'
import { Database } from '../platform/database/database.ts'
import { openEmbedded } from '../platform/database/embedded.ts'
import { openPostgresql } from '../platform/database/postgresql.ts'
import { dispatchEvents } from '../platform/jobs/dispatch-events.ts'
import { readKeyRing } from '../platform/keys/key-ring.ts'
import { TEST_DAY, TestClock } from '../platform/testing/database-test.ts'
import { embeddedTemplate, emptyDatabase, freshDatabase, testServerUrl } from '../platform/testing/test-source.ts'

const KEYS = `jour:${randomBytes(32).toString('base64')}`
const ring = readKeyRing(KEYS) ?? null
const clock = new TestClock()
const context = contextOfNobody(day(TEST_DAY))

const work = mkdtempSync(join(tmpdir(), 'maillage-restore-'))
const archive = join(work, 'archive')
const cleaning: (() => Promise<void>)[] = [async () => rmSync(work, { recursive: true, force: true })]

/** A database in service, with people, an event nobody was told of yet, and a sealed audit. */
async function inService(): Promise<Administered> {
  const url = testServerUrl()
  let opened: Administered
  if (url === undefined) {
    const folder = join(work, 'source')
    const dump = new Uint8Array(readFileSync(await embeddedTemplate()))
    opened = { kind: 'embedded', folder, source: await openEmbedded({ folder, dump }) }
    cleaning.unshift(() => opened.source.end())
  } else {
    const { source, url: own, drop } = await freshDatabase()
    invariant(own, 'a database of the server has an address')
    opened = { kind: 'postgresql', url: own, source }
    cleaning.unshift(drop)
  }
  const database = new Database(opened.source)
  await database.transaction({ role: 'maillage_loader', context }, async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    await aMember(tx, organisation, 'director')
    await aPerson(tx, { organisation, unit: await aUnit(tx, organisation) })
    await sql`set local role maillage_owner`.execute(tx)
    await sql`insert into deployment (purpose) values ('service')`.execute(tx)
  })
  await database.transaction({ role: 'maillage_job', context }, async (tx) => {
    await sql`insert into audit (id, recorded_at, role, screen, command, outcome, request_id)
      select gen_random_uuid(), '2026-11-20T10:00:00.123456Z'::timestamptz + make_interval(mins => step), 'director', 'tests', 'tests/write', 'done', gen_random_uuid()
      from generate_series(1, 5) as step`.execute(tx)
    await sql`insert into event (id, type, version, subject_id, ids, occurred_on, recorded_at)
      values (gen_random_uuid(), 'tests/happened', 1, gen_random_uuid(), '{"a":"é « ; » \\\\ \\""}', '2026-11-20', now())`.execute(tx)
  })
  await sealAudit.run({ database, clock })
  return opened
}

/** Nothing yet: a new database of the server, or a folder that does not exist. */
async function nowhere(): Promise<Target> {
  if (testServerUrl() === undefined) return { kind: 'embedded', folder: join(work, randomUUID()) }
  const { url, drop } = await emptyDatabase()
  cleaning.unshift(drop)
  return { kind: 'postgresql', url }
}

async function openTarget(target: Target) {
  const source = target.kind === 'postgresql' ? openPostgresql(target.url) : await openEmbedded({ folder: target.folder })
  return { source, database: new Database(source) }
}

const environmentOf = (target: Target) => ({
  ...process.env,
  DATABASE_URL: '',
  MAILLAGE_KEYS: KEYS,
  ...(target.kind === 'postgresql' ? { DATABASE_ADMIN_URL: target.url } : { DATABASE_ADMIN_URL: '', DATA_DIR: target.folder }),
})

/** Runs a command as an operator does. */
async function operator(target: Target, command: string, ...given: readonly string[]) {
  const path = new URL(`./${command}.ts`, import.meta.url).pathname
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [path, ...given], { env: environmentOf(target) })
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, said: stderr }
  }
}

/** A copy of the archive, damaged. */
function damaged(deed: (folder: string) => void): string {
  const copy = join(work, randomUUID())
  cpSync(archive, copy, { recursive: true })
  deed(copy)
  return copy
}

describe('backup and restore', () => {
  let opened: Administered
  before(async () => {
    opened = await inService()
    await backup(opened, archive, ring, clock)
  })
  after(async () => {
    for (const clean of cleaning) await clean()
  })

  test('a service whose keys are not given is not backed up, nor into a folder that holds something', async () => {
    await assert.rejects(backup(opened, join(work, 'without-keys'), null, clock), /MAILLAGE_KEYS est vide/)
    await assert.rejects(backup(opened, archive, ring, clock), /n’est pas vide : donnez un dossier nouveau/)
  })

  test('the archive holds neither the keys nor a password', () => {
    const said = ['manifest.json', 'roles.sql'].map((name) => readFileSync(join(archive, name), 'utf8')).join('')
    assert.match(said, new RegExp(ring?.fingerprints['jour'] ?? '-'))
    assert.equal(said.includes(KEYS.slice(5, 25)), false)
    assert.doesNotMatch(said, /password/)
  })

  test('what was sealed, counted and not yet told is the same in the new database, and goes on', async () => {
    const target = await nowhere()
    const { audit } = await restore(archive, target, ring)
    assert.deepEqual([audit.lines, audit.seals, audit.fault], [5, 1, null])
    const { source, database } = await openTarget(target)
    try {
      const [mine, theirs] = [await asOwner(opened.source, contentsOf), await asOwner(source, contentsOf)]
      assert.deepEqual(differences(mine, theirs), [])
      assert.ok((theirs['person']?.rows ?? 0) > 0 && (theirs['audit']?.rows ?? 0) > 0)
      const heard: string[] = []
      const listener = {
        name: 'tests/listen',
        event: 'tests/happened',
        handle: async ({ event }: { readonly event: { readonly ids: Readonly<Record<string, string>> } }) => {
          heard.push(event.ids['a'] ?? '')
        },
      }
      assert.equal(await dispatchEvents(database, clock, [listener]), 1, 'what nobody was told of is told')
      assert.deepEqual(heard, ['é « ; » \\ "'])
      await database.transaction({ role: 'maillage_job', context }, (tx) =>
        sql`insert into audit (id, recorded_at, role, screen, command, outcome, request_id)
          values (gen_random_uuid(), '2026-11-21T10:00:00Z', 'director', 'tests', 'tests/write', 'done', gen_random_uuid())`.execute(tx),
      )
      await sealAudit.run({ database, clock })
      const { lines, seals, fault } = await asOwner(source, (tx) => verifyAudit(tx))
      assert.deepEqual([lines, seals, fault], [6, 2, null])
      await assert.rejects(
        database.transaction({ role: 'maillage_app', context }, (tx) => sql`delete from person`.execute(tx)),
        /permission denied/,
        'rights came with the tables',
      )
    } finally {
      await source.end()
    }
    await assert.rejects(restore(archive, target, ring), /n’est pas vide/, 'a database that holds something is never written over')
  })

  for (const [title, deed, sentence] of [
    [
      'one byte changed',
      (folder: string) => {
        const name = testServerUrl() === undefined ? 'database.tar.gz' : 'database.dump'
        const bytes = readFileSync(join(folder, name))
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
        writeFileSync(join(folder, name), bytes)
      },
      /L’archive est abîmée : le fichier « database\..* » n’est plus celui/,
    ],
    ['a file missing', (folder: string) => rmSync(join(folder, 'roles.sql')), /le fichier « roles\.sql » manque/],
    ['no manifest', (folder: string) => rmSync(join(folder, 'manifest.json')), /n’a pas été terminée/],
    ['a manifest cut short', (folder: string) => writeFileSync(join(folder, 'manifest.json'), '{"format":1,'), /ne se lit pas/],
  ] as const) {
    test(`an archive with ${title} is refused before anything is written`, async () => {
      const target = await nowhere()
      await assert.rejects(restore(damaged(deed), target, ring), sentence)
      await restoresStill(target)
    })
  }

  test('without its key, or with another of the same name, an archive is refused', async () => {
    const target = await nowhere()
    await assert.rejects(restore(archive, target, null), /ne contient pas la clé « jour »/)
    const other = readKeyRing(`jour:${randomBytes(32).toString('base64')}`) ?? null
    await assert.rejects(restore(archive, target, other), /n’est pas celle de cette archive/)
  })

  test('an archive of another history, or of a later program, is refused', async () => {
    const target = await nowhere()
    const rewrite = (change: (manifest: { migrations: { name: string; checksum: string }[] }) => void) =>
      damaged((folder) => {
        const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
        change(manifest)
        writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
      })
    await assert.rejects(
      restore(
        rewrite(({ migrations }) => migrations.push({ name: '9999-later.sql', checksum: 'x' })),
        target,
        ring,
      ),
      /programme plus récent \(9999-later\.sql\)/,
    )
    await assert.rejects(
      restore(
        rewrite(({ migrations }) => {
          const [first] = migrations
          if (first) first.checksum = 'x'
        }),
        target,
        ring,
      ),
      /0001-platform\.sql a changé/,
    )
  })

  test('the commands say so in French, and their exit code tells a script', async () => {
    const target = await nowhere()
    assert.deepEqual(await operator(target, 'restore'), { code: 1, said: 'npm run restore -- <dossier>\n' })
    const refused = await operator(target, 'restore', join(work, 'nothing-here'))
    assert.equal(refused.code, 1)
    assert.match(refused.said, /^Il n’y a pas de « manifest\.json »[^\n]*\n$/)
    const done = await operator(target, 'restore', archive)
    assert.equal(done.code, 0, done.said)
    assert.match(done.said, /^Restauration finie : [\s\S]*5.lignes, 1.scellé, chaîne intacte\./)
    const verified = await operator(target, 'audit', 'verify')
    assert.match(verified.said, /^5.lignes, 1.scellé, chaîne intacte\.\n/)
    const again = await operator(target, 'backup', join(work, 'again'))
    assert.equal(again.code, 0, again.said)
    assert.match(again.said, /^Sauvegarde finie dans/)
    const { source } = await openTarget(target)
    const held = await source.connect('a superuser')
    await held.execute("set session_replication_role = replica; update maillage.audit set role = 'x'; reset session_replication_role")
    held.release()
    await source.end()
    const broken = await operator(target, 'audit', 'verify')
    assert.equal(broken.code, 1)
    assert.match(broken.said, /chaîne rompue\.\nLa ligne .* a été modifiée/)
  })
})

/** What was refused left the place as it was: the sound archive still goes there. */
async function restoresStill(target: Target): Promise<void> {
  if (target.kind === 'embedded') return
  const source = openPostgresql(target.url, { connections: 1 })
  const held = await source.connect()
  const { rows } = await held.query("select nspname from pg_namespace where nspname in ('maillage', 'pgboss')")
  held.release()
  await source.end()
  assert.deepEqual(rows, [])
}
