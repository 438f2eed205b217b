import { granted, invariant, type Outcome } from '@maillage/kernel'
import { refuseUpload, type UploadRefusal } from './messages.fr.ts'
import { inTableThread } from './table-thread.ts'
import type { Tables } from './tables.ts'

const CSV_SHEET = 'Feuille 1'

/**
 * Reads the tables of a file that somebody sent, judged by its bytes and not by its name, or says in a sentence why not. Never inside a transaction.
 * @example const read = await readTables(bytes, 'suivi-mars.xlsx')
 */
export async function readTables(bytes: Uint8Array, fileName = ''): Promise<Outcome<Tables, UploadRefusal['code']>> {
  const sheetName = fileName.replace(/\.[a-z0-9]{1,5}$/i, '').trim() || CSV_SHEET
  const answer = await inTableThread({ order: 'read', bytes, sheetName })
  if (answer === 'busy') return refuseUpload('uploads/busy')
  if (answer === 'too-long') return refuseUpload('uploads/too-long')
  if ('refusals' in answer) return { ok: false, refusals: answer.refusals }
  invariant('tables' in answer, 'a file that is read gives tables')
  return granted(answer.tables)
}
