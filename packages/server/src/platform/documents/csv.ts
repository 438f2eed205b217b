import { stringify } from 'csv-stringify/sync'
import { download, type Reply } from '../http/reply.ts'

/** A column of an exported list: its French title, and its plain text for a row. */
export interface CsvColumn<Row> {
  readonly label: string
  readonly text: (row: Row) => string
}

/**
 * A list as French spreadsheets open it: semicolons, a mark of UTF-8, Windows line ends. A text that a spreadsheet would run as a formula is made inert.
 * @example return csvFile('structures.csv', columns, rows)
 */
export function csvFile<Row>(name: string, columns: readonly CsvColumn<Row>[], rows: readonly Row[]): Reply {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ text }) => text(row)))]
  return download(
    name,
    'text/csv; charset=utf-8',
    stringify(lines, { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ }),
  )
}
