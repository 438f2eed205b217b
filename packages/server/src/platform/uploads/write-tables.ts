import { ConnectionBusy } from '../database/turnstile.ts'
import { download, type Reply } from '../http/reply.ts'
import { inTableThread } from './table-thread.ts'
import type { Sheet, TableKind } from './tables.ts'

const MIME: Readonly<Record<TableKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
}

/** A file of tables, in the format asked; a CSV has the first sheet only. What `readTables` reads of it is what was written, cell for cell. */
export async function writeTables(kind: TableKind, sheets: readonly Sheet[]): Promise<Uint8Array> {
  const answer = await inTableThread({ order: 'write', kind, sheets })
  if (answer === 'busy' || answer === 'too-long') throw new ConnectionBusy('a file of tables', 0)
  if (!('written' in answer)) throw new Error('A file of tables was not written')
  return answer.written
}

/** The answer of a page that gives such a file; `name` without its ending. @example return await downloadTables('suivi-mars', 'ods', sheets) */
export async function downloadTables(name: string, kind: TableKind, sheets: readonly Sheet[]): Promise<Reply> {
  return download(`${name}.${kind}`, MIME[kind], await writeTables(kind, sheets))
}
