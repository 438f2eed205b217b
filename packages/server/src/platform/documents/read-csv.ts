import { CsvError, parse } from 'csv-parse/sync'

/** A line that holds something. */
export interface CsvLine {
  /** The number that an editor shows for its first line. */
  readonly line: number
  /** The number that a spreadsheet shows: a cell of three lines counts for one. */
  readonly rank: number
  readonly cells: readonly string[]
}

const SEPARATORS = [';', '\t', ','] as const
/** What the separator is looked for in: a file shows it long before. */
const HEAD = { characters: 100_000, lines: 200 } as const

/** The one that cuts most lines in the same number of cells: a decimal comma does not come as often on each line. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, HEAD.characters)
    .replace(/"[^"]*"/g, '')
    .split('\n', HEAD.lines)
  const weight = (separator: string) => {
    const times = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0)
    return Math.max(0, ...times.map((count) => count * times.filter((each) => each === count).length))
  }
  return SEPARATORS.reduce<string>((best, each) => (weight(each) > weight(best) ? each : best), ';')
}

/**
 * Reads a CSV as people and publishers write it: `;`, `,` or tabulation found from its first lines or declared by `sep=`, any end of line, a mark of
 * UTF-8, ragged lines. Cells are trimmed and lines without any text left out. A quote astray is kept as typed; one that nothing closes runs to the end
 * of the file, as in a spreadsheet.
 * @example readCsv('code;nom\n1;"Aude; nord"')[1] // { line: 2, rank: 2, cells: ['1', 'Aude; nord'] }
 */
export function readCsv(written: string): readonly CsvLine[] {
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const declared = /^sep=(.)\n/i.exec(text)
  const delimiter = declared?.[1] ?? separatorOf(text)
  const parsed = (of: string): readonly CsvLine[] => {
    const found: CsvLine[] = []
    let [line, rank] = declared ? [2, 2] : [1, 1]
    const keep = (cells: readonly string[]) => {
      // A file of five million ends of line must not become as many objects.
      if (cells.some((cell) => cell.trim() !== '')) found.push({ line, rank, cells: cells.map((cell) => cell.trim()) })
      line += cells.join('').split('\n').length
      rank++
      return null
    }
    parse(of, {
      delimiter,
      record_delimiter: '\n',
      from_line: rank,
      relax_quotes: true,
      relax_column_count: true,
      ltrim: true,
      on_record: keep,
    })
    return found
  }
  try {
    return parsed(text)
  } catch (fault) {
    if (fault instanceof CsvError && fault.code === 'CSV_QUOTE_NOT_CLOSED') return parsed(`${text}"`)
    throw fault
  }
}

/** The cells of a CSV as a spreadsheet shows them, blank lines included: `[0]` is its line 1. */
export function csvRows(written: string): readonly (readonly string[])[] {
  const lines = readCsv(written)
  const blank: readonly string[] = []
  const rows = Array.from({ length: lines.at(-1)?.rank ?? 0 }, () => blank)
  for (const { rank, cells } of lines) rows[rank - 1] = cells
  return rows
}
