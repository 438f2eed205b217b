import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import { asOwner } from '../database/as-owner.ts'
import type { ConnectionSource } from '../database/connection.ts'
import type { Tx } from '../database/database.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { BackupDone } from './backup.ts'
import { describeDatabase } from './describe-database.ts'
import { closeArchive, openArchive } from './manifest.ts'
import { rowText, type Table, tablesOf } from './table-contents.ts'

const PAGE = 2000

/** Each database has its own: the scripts that made its tables. */
export const OWN_TABLE = 'migration'

/** The file of a table in an export. */
export const fileOf = (name: string): string => join('tables', `${name}.jsonl.gz`)

async function* linesOf(tx: Tx, table: Table): AsyncGenerator<string> {
  await sql`declare travelling no scroll cursor for select ${rowText(table)} as line from ${sql.table(table.name)}`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(PAGE)} from travelling`.execute(tx)
    if (rows.length > 0) yield `${rows.map(({ line }) => line).join('\n')}\n`
    if (rows.length < PAGE) break
  }
  await sql`close travelling`.execute(tx)
}

/**
 * Writes every table into a new folder, one file each, in a form that any database of this program reads: what takes a trial from the embedded
 * database to a server. All the tables are of one instant.
 */
export async function exportDatabase(source: ConnectionSource, folder: string, keys: KeyRing | null, clock: Clock): Promise<BackupDone> {
  openArchive(folder)
  mkdirSync(join(folder, 'tables'), { mode: 0o700 })
  const { described, auditFault } = await asOwner(source, async (tx) => {
    for (const table of await tablesOf(tx)) {
      if (table.name === OWN_TABLE) continue
      await pipeline(Readable.from(linesOf(tx, table)), createGzip(), createWriteStream(join(folder, fileOf(table.name)), { mode: 0o600 }))
    }
    return describeDatabase(tx, keys)
  })
  const manifest = await closeArchive(folder, { content: 'export', database: source.kind, madeAt: clock.now().toString(), ...described })
  return { manifest, auditFault }
}
