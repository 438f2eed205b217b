import type { Sheet } from './tables.ts'
import { trimmedRows } from './tables.ts'

const SEPARATORS = [';', '\t', ','] as const
/** What our own export writes before a text that a spreadsheet would run as a formula. */
const MADE_INERT = /^'(?=[=+\-@\t\r])/

/** The text of a file: UTF-16 and UTF-8 by their mark, UTF-8 when every byte fits it, else what Windows writes in France. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** How many of each separator stand outside quotes on each of the first lines. */
function separatorOf(text: string): string {
  const counts = new Map<string, number[]>(SEPARATORS.map((each) => [each, []]))
  let [quoted, lines] = [false, 0]
  const line = new Map<string, number>()
  for (const character of text) {
    if (character === '"') quoted = !quoted
    if (quoted) continue
    if (character === '\n' || character === '\r') {
      for (const each of SEPARATORS) if (line.get(each)) counts.get(each)?.push(line.get(each) ?? 0)
      line.clear()
      if (++lines > 200) break
    } else line.set(character, (line.get(character) ?? 0) + 1)
  }
  for (const each of SEPARATORS) if (line.get(each)) counts.get(each)?.push(line.get(each) ?? 0)
  // The one that cuts most lines in the same number of cells: a decimal comma does not come as often on each line.
  const weight = (separator: string) => {
    const times = counts.get(separator) ?? []
    return Math.max(0, ...times.map((count) => count * times.filter((each) => each === count).length))
  }
  return SEPARATORS.reduce<string>((best, each) => (weight(each) > weight(best) ? each : best), ';')
}

/** A CSV as a sheet: `;`, `,` or tabulation, quotes doubled inside quotes, any end of line, blank lines kept so that line numbers are those of the file. */
export function readCsvTable(bytes: Uint8Array, name: string): Sheet {
  let text = textOf(bytes)
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
  const declared = /^sep=(.)\r?\n/i.exec(text)
  if (declared) text = text.slice(declared[0].length)
  const separator = declared?.[1] ?? separatorOf(text)
  const rows: (string | null)[][] = declared ? [[]] : []
  let [row, cell, quoted, closed]: [(string | null)[], string, boolean, boolean] = [[], '', false, false]
  const endCell = () => {
    const value = cell.replace(MADE_INERT, '')
    row.push(value.trim() === '' ? null : value)
    ;[cell, closed] = ['', false]
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (quoted && character === '"' && text[at + 1] === '"') cell += text.charAt(++at)
    else if (quoted && character === '"') [quoted, closed] = [false, true]
    else if (!quoted && character === '"' && cell.trim() === '' && !closed) [quoted, cell] = [true, '']
    else if (!quoted && character === separator) endCell()
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (character === '\r' && text[at + 1] === '\n') at++
      endRow()
    } else if (quoted && character === '\r') {
      if (text[at + 1] === '\n') at++
      cell += '\n'
    } else cell += character
  }
  if (cell !== '' || row.length > 0) endRow()
  return { name, rows: trimmedRows(rows), merges: [] }
}
