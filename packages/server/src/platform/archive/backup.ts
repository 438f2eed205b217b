import { createReadStream, createWriteStream, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Administered } from '../database/administered.ts'
import { asOwner } from '../database/as-owner.ts'
import { rolesScript } from '../database/migrations.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { describeDatabase } from './describe-database.ts'
import { closeArchive, type Manifest, openArchive } from './manifest.ts'
import { runTool } from './postgresql-tools.ts'

export const POSTGRESQL_DUMP = 'database.dump'
export const EMBEDDED_DUMP = 'database.tar.gz'

export interface BackupDone {
  readonly manifest: Manifest
  readonly auditFault: string | null
}

/**
 * Copies a whole database into a new folder: its content, the script of its roles (without passwords), and a manifest by which the restore checks
 * everything. On PostgreSQL the copy and the manifest are one instant, and the service goes on meanwhile.
 */
export async function backup(opened: Administered, folder: string, keys: KeyRing | null, clock: Clock): Promise<BackupDone> {
  openArchive(folder)
  const { described, auditFault } = await asOwner(opened.source, async (tx) => {
    const description = await describeDatabase(tx, keys)
    if (opened.kind === 'postgresql') {
      const { rows } = await sql<{ snapshot: string }>`select pg_export_snapshot() as snapshot`.execute(tx)
      await runTool('pg_dump', opened.url, [
        '--format=custom',
        '--role=maillage_owner',
        '--schema=maillage',
        '--schema=pgboss',
        `--snapshot=${rows[0]?.snapshot}`,
        `--file=${join(folder, POSTGRESQL_DUMP)}`,
      ])
    }
    return description
  })
  if (opened.kind === 'embedded') {
    const plain = join(folder, 'database.tar')
    await opened.source.dump(plain)
    await pipeline(createReadStream(plain), createGzip(), createWriteStream(join(folder, EMBEDDED_DUMP), { mode: 0o600 }))
    rmSync(plain)
  }
  writeFileSync(join(folder, 'roles.sql'), rolesScript(), { mode: 0o600 })
  const manifest = await closeArchive(folder, { content: 'backup', database: opened.kind, madeAt: clock.now().toString(), ...described })
  return { manifest, auditFault }
}
