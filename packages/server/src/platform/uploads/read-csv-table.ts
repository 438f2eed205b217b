import { csvRows } from '../documents/read-csv.ts'
import type { Sheet } from './tables.ts'
import { trimmedRows } from './tables.ts'

/** What our own export writes before a text that a spreadsheet would run as a formula. */
const MADE_INERT = /^'(?=[=+\-@\t\r])/

/** The text of a file: UTF-16 and UTF-8 by their mark, UTF-8 when every byte fits it, else what Windows writes in France. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A CSV as a sheet, blank lines kept so that a sentence can name a cell. */
export function readCsvTable(bytes: Uint8Array, name: string): Sheet {
  const rows = csvRows(textOf(bytes).replaceAll('\0', '')).map((row) => row.map((cell) => cell.replace(MADE_INERT, '') || null))
  return { name, rows: trimmedRows(rows), merges: [] }
}
