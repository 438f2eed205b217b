import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import { type AuditState, verifyAudit } from '../audit/verify-audit.ts'
import { asOwner } from '../database/as-owner.ts'
import type { ConnectionSource } from '../database/connection.ts'
import type { Tx } from '../database/database.ts'
import { openEmbedded } from '../database/embedded.ts'
import { checkSchema, migrate, rolesScript } from '../database/migrations.ts'
import { openPostgresql } from '../database/postgresql.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { ArchiveFault } from './archive-fault.ts'
import { brokenKeys } from './broken-keys.ts'
import { checkKeys, checkMigrations } from './check-fit.ts'
import { fileOf, OWN_TABLE } from './export.ts'
import { type Manifest, readArchive } from './manifest.ts'
import type { Target } from './restore.ts'
import { carriedColumns, contentsOf, differences, type Table, tablesOf } from './table-contents.ts'

const PAGE = 1000

/** What a database in use always holds some of. */
const IN_USE = ['deployment', 'account', 'organisation', 'person', 'audit', 'event']

/** Roles and tables, when the database has none; then refuses one that is in use. */
async function prepare(source: ConnectionSource): Promise<void> {
  const held = await source.connect('the import')
  try {
    await held.execute(source.kind === 'embedded' ? 'reset role' : '')
    const { rows: who } = await held.query('select rolsuper from pg_roles where rolname = current_user')
    if (who[0]?.['rolsuper'] !== true) {
      throw new ArchiveFault(
        'DATABASE_ADMIN_URL n’est pas un super-utilisateur : l’import crée les rôles et charge les tables avant d’en vérifier les clés.',
      )
    }
    const { rows: known } = await held.query("select to_regclass('maillage.migration') is not null as known")
    if (known[0]?.['known'] !== true) await held.execute(rolesScript())
  } finally {
    held.release()
  }
  await migrate(source)
  await checkSchema(source)
  await asOwner(source, async (tx) => {
    for (const name of IN_USE) {
      const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(tx)
      if (rows.length > 0)
        throw new ArchiveFault('La base n’est pas vide : importez dans une base nouvelle (createdb), puis donnez son adresse au serveur.')
    }
  })
}

async function loadTable(tx: Tx, table: Table, path: string): Promise<void> {
  const columns = carriedColumns(table)
  const names = sql.raw(columns.map(({ name }) => `"${name}"`).join(', '))
  const values = sql.raw(columns.map(({ type }, rank) => `(line ->> ${rank})::${type}`).join(', '))
  const write = (lines: readonly string[]) =>
    sql`insert into ${sql.table(table.name)} (${names}) overriding system value
      select ${values} from jsonb_array_elements(${`[${lines.join(',')}]`}::jsonb) as line`.execute(tx)
  let page: string[] = []
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY })) {
    page.push(line)
    if (page.length < PAGE) continue
    await write(page)
    page = []
  }
  if (page.length > 0) await write(page)
}

/** Loads every table in one transaction, without looking at keys; then looks at all of them, and at every row. */
async function load(tx: Tx, folder: string, manifest: Manifest): Promise<AuditState> {
  const tables = (await tablesOf(tx)).filter(({ name }) => name !== OWN_TABLE)
  const unknown = Object.keys(manifest.tables).filter((name) => name !== OWN_TABLE && !tables.some((table) => table.name === name))
  const missing = tables.filter(({ name }) => !(name in manifest.tables)).map(({ name }) => name)
  if (unknown.length + missing.length > 0)
    throw new ArchiveFault(`L’export et la base n’ont pas les mêmes tables : ${[...unknown, ...missing].join(', ')}.`)
  // Rows that the migrations lay come with the export too.
  for (const { name } of tables) await sql`delete from ${sql.table(name)}`.execute(tx)
  for (const table of tables) await loadTable(tx, table, join(folder, fileOf(table.name)))
  for (const [name, { value, called }] of Object.entries(manifest.sequences)) {
    await sql`select setval(${`maillage.${name}`}::regclass, ${value}, ${called})`.execute(tx)
  }
  const broken = await brokenKeys(tx)
  if (broken.length > 0)
    throw new ArchiveFault(`Rien n’a été importé : des lignes renvoient à d’autres qui n’existent pas (${broken.join(', ')}).`)
  const { [OWN_TABLE]: _mine, ...found } = await contentsOf(tx)
  const { [OWN_TABLE]: _theirs, ...expected } = manifest.tables
  const unlike = differences(expected, found)
  if (unlike.length > 0)
    throw new ArchiveFault(`Rien n’a été importé : ce qui a été lu n’est pas ce qui avait été exporté (${unlike.join(', ')}).`)
  return verifyAudit(tx, manifest.audit ?? undefined)
}

async function fill(source: ConnectionSource, folder: string, manifest: Manifest): Promise<AuditState> {
  try {
    await prepare(source)
    const state = await asOwner(source, async (tx) => {
      // Only a superuser may stop the triggers: the role of the owner is taken back just after.
      await sql`reset role`.execute(tx)
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`set local role maillage_owner`.execute(tx)
      return load(tx, folder, manifest)
    })
    const held = await source.connect('the import')
    await held.execute('analyze').finally(() => held.release())
    return state
  } finally {
    await source.end()
  }
}

/** Fills a new database with an export, whatever the database it comes from; everything, or nothing. */
export async function importDatabase(
  folder: string,
  target: Target,
  keys: KeyRing | null,
): Promise<{ readonly manifest: Manifest; readonly audit: AuditState }> {
  const manifest = await readArchive(folder, 'export')
  checkKeys(manifest, keys)
  if (checkMigrations(manifest) > 0) {
    throw new ArchiveFault(
      'L’export vient d’un programme plus ancien : mettez d’abord à jour la base d’où il vient, puis exportez de nouveau.',
    )
  }
  if (target.kind === 'embedded' && existsSync(target.folder) && readdirSync(target.folder).length > 0) {
    throw new ArchiveFault(`Le dossier de données « ${target.folder} » n’est pas vide : donnez-en un nouveau par DATA_DIR.`)
  }
  const source =
    target.kind === 'postgresql' ? openPostgresql(target.url, { connections: 1 }) : await openEmbedded({ folder: target.folder })
  return { manifest, audit: await fill(source, folder, manifest) }
}
