import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import { type AuditState, verifyAudit } from '../audit/verify-audit.ts'
import { asOwner } from '../database/as-owner.ts'
import type { ConnectionSource } from '../database/connection.ts'
import { openEmbedded } from '../database/embedded.ts'
import { rolesScript } from '../database/migrations.ts'
import { openPostgresql } from '../database/postgresql.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { ArchiveFault } from './archive-fault.ts'
import { EMBEDDED_DUMP, POSTGRESQL_DUMP } from './backup.ts'
import { checkKeys, checkMigrations } from './check-fit.ts'
import { type Manifest, readArchive } from './manifest.ts'
import { runTool } from './postgresql-tools.ts'
import { contentsOf, differences, settleTransactions } from './table-contents.ts'

/** Where to put a backup back: a server by its address, or the folder of an embedded database. */
export type Target = { readonly kind: 'postgresql'; readonly url: string } | { readonly kind: 'embedded'; readonly folder: string }

export interface RestoreDone {
  readonly manifest: Manifest
  readonly audit: AuditState
  /** Migrations to apply before the server starts. */
  readonly behind: number
}

/** Nothing is ever written over something: what stands there may be the only good copy. */
async function refuseFull(source: ConnectionSource): Promise<void> {
  const held = await source.connect('the restore')
  try {
    const { rows } = await held.query(
      "select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace where nspname in ('maillage', 'pgboss') limit 1",
    )
    if (rows.length > 0) {
      throw new ArchiveFault('La base n’est pas vide : restaurez dans une base nouvelle (createdb), puis donnez son adresse au serveur.')
    }
    const { rows: who } = await held.query('select rolsuper from pg_roles where rolname = session_user')
    if (who[0]?.['rolsuper'] !== true) {
      throw new ArchiveFault(
        'DATABASE_ADMIN_URL n’est pas un super-utilisateur : la restauration crée les rôles et leur rend leurs tables.',
      )
    }
  } finally {
    held.release()
  }
}

async function restorePostgresql(
  url: string,
  folder: string,
  check: (source: ConnectionSource) => Promise<AuditState>,
): Promise<AuditState> {
  const source = openPostgresql(url, { connections: 1 })
  try {
    await refuseFull(source)
    const held = await source.connect('the restore')
    try {
      await held.execute(rolesScript())
      // Both are empty: the archive brings them with their owner and their rights.
      await held.execute('drop schema maillage; drop schema pgboss;')
    } finally {
      held.release()
    }
    await runTool('pg_restore', url, ['--exit-on-error', '--single-transaction', join(folder, POSTGRESQL_DUMP)])
    await asOwner(source, settleTransactions)
    const state = await check(source)
    const analysing = await source.connect('the restore')
    await analysing.execute('analyze').finally(() => analysing.release())
    return state
  } finally {
    await source.end()
  }
}

async function restoreEmbedded(
  place: string,
  folder: string,
  check: (source: ConnectionSource) => Promise<AuditState>,
): Promise<AuditState> {
  if (existsSync(place) && readdirSync(place).length > 0) {
    throw new ArchiveFault(`Le dossier de données « ${place} » n’est pas vide : donnez-en un nouveau par DATA_DIR.`)
  }
  const dump = new Uint8Array(await buffer(createReadStream(join(folder, EMBEDDED_DUMP)).pipe(createGunzip())))
  const source = await openEmbedded({ folder: place, dump })
  try {
    return await check(source)
  } finally {
    await source.end()
  }
}

/**
 * Puts a backup back into an empty database, once everything that can be checked before was checked; then compares every table with the manifest.
 */
export async function restore(folder: string, target: Target, keys: KeyRing | null): Promise<RestoreDone> {
  const manifest = await readArchive(folder, 'backup')
  if (manifest.database !== target.kind) {
    throw new ArchiveFault(
      target.kind === 'postgresql'
        ? 'Cette sauvegarde vient de la base embarquée et ne va pas dans PostgreSQL : utilisez « npm run export », puis « npm run import ».'
        : 'Cette sauvegarde vient de PostgreSQL : indiquez une base nouvelle par DATABASE_ADMIN_URL.',
    )
  }
  checkKeys(manifest, keys)
  const behind = checkMigrations(manifest)
  const check = (source: ConnectionSource) =>
    asOwner(source, async (tx) => {
      const unlike = differences(manifest.tables, await contentsOf(tx))
      if (unlike.length > 0) {
        throw new ArchiveFault(
          `Ce qui a été restauré n’est pas ce qui avait été sauvegardé : ${unlike.join(', ')}. N’utilisez pas cette base.`,
        )
      }
      return verifyAudit(tx, manifest.audit ?? undefined)
    })
  const audit =
    target.kind === 'postgresql' ? await restorePostgresql(target.url, folder, check) : await restoreEmbedded(target.folder, folder, check)
  return { manifest, audit, behind }
}
