import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx'
import { type CalendarDate, frenchShortDate } from '@maillage/kernel'
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/node'
import { type CellValue, isDay, type Sheet, type TableKind } from './tables.ts'

const DAY_FORMAT = 'dd/mm/yyyy'
const DAYS_FROM_1900_TO_1970 = 25_569
/** A day as spreadsheets keep it: a number under a format. */
const serialOf = (day: CalendarDate): number => day + DAYS_FROM_1900_TO_1970

/** A text that a spreadsheet would run as a formula is made inert; a number is not text. */
function csvText(value: CellValue): string {
  if (value === null) return ''
  if (isDay(value)) return frenchShortDate(value.day)
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
}

function csvOf(sheet: Sheet): Uint8Array {
  const lines = sheet.rows.map((row) => row.map(csvText))
  return Buffer.from(stringify(lines, { delimiter: ';', bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ }))
}

const widthsOf = (sheet: Sheet) => {
  const widest = Math.max(0, ...sheet.rows.map((row) => row.length))
  return Array.from({ length: widest }, (_, column) => {
    const longest = Math.max(8, ...sheet.rows.map((row) => (typeof row[column] === 'string' ? String(row[column]).length : 10)))
    return Math.min(40, longest + 2)
  })
}

async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const file = await writeXlsxFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      columns: widthsOf(sheet).map((width) => ({ width })),
      data: sheet.rows.map((row, at) =>
        row.map((value, column) => {
          const merge = sheet.merges.find(({ top, left }) => top === at && left === column)
          const span = merge && { columnSpan: merge.right - merge.left + 1, rowSpan: merge.bottom - merge.top + 1 }
          if (value === null) return span ? { value: '', ...span } : null
          if (isDay(value)) return { value: serialOf(value.day), type: Number, format: DAY_FORMAT, ...span }
          if (typeof value === 'number') return { value, type: Number, ...span }
          if (typeof value === 'boolean') return { value, type: Boolean, ...span }
          return { value, type: String, wrap: value.includes('\n'), ...span }
        }),
      ),
    })),
  ).toBuffer()
  return new Uint8Array(file)
}

function odsCell(value: CellValue): CellObject | null {
  if (value === null) return null
  if (isDay(value)) return { t: 'n', v: serialOf(value.day), z: DAY_FORMAT }
  if (typeof value === 'number') return { t: 'n', v: value }
  return typeof value === 'boolean' ? { t: 'b', v: value } : { t: 's', v: value }
}

function odsOf(sheets: readonly Sheet[]): Uint8Array {
  const book = utils.book_new()
  for (const { name, rows, merges } of sheets) {
    const sheet: WorkSheet = {}
    const widest = Math.max(1, ...rows.map((row) => row.length))
    for (const [at, row] of rows.entries()) {
      for (const [column, value] of row.entries()) {
        const cell = odsCell(value)
        if (cell) sheet[utils.encode_cell({ r: at, c: column })] = cell
      }
    }
    sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: widest - 1 } })
    sheet['!merges'] = merges.map(({ top, left, bottom, right }) => ({ s: { r: top, c: left }, e: { r: bottom, c: right } }))
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'ods', compression: true }) as Buffer)
}

/** Runs in a worker. A CSV has one sheet: the first. */
export async function writeWorkbook(kind: TableKind, sheets: readonly Sheet[]): Promise<Uint8Array> {
  const [first] = sheets
  if (kind === 'csv') return first ? csvOf(first) : new Uint8Array()
  return kind === 'ods' ? odsOf(sheets) : xlsxOf(sheets)
}
