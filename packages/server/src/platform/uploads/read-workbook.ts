import { type CellObject, CFB, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { dateOf, partsOf } from '@maillage/kernel'
import { type CellValue, type Sheet, trimmedRows } from './tables.ts'
import { UPLOAD_LIMITS } from './upload-limits.ts'
import { unfold, zipEntries } from './zip-entries.ts'

/** The parts that hold values: no image, no drawing, no macro, no link to another file. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml|mimetype|content\.xml|styles\.xml|meta\.xml|META-INF\/manifest\.xml)$/i

const DAYS_FROM_1900_TO_1970 = 25_569
const DAYS_FROM_1900_TO_1904 = 1_462

/** The kind of moment a number format shows: a day, a duration, or none. */
function momentOf(format: string): 'day' | 'duration' | null {
  if (!SSF.is_date(format)) return null
  const letters = format.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/[dy]/i.test(letters)) return 'day'
  return /[hs]/i.test(letters) ? 'duration' : 'day'
}

function dayOfSerial(serial: number, from1904: boolean): CellValue {
  const days = Math.floor(serial) + (from1904 ? DAYS_FROM_1900_TO_1904 : 0) - DAYS_FROM_1900_TO_1970
  if (days < -62_091 || days > 376_199) return serial
  const day = dateOf(partsOf(days as Parameters<typeof partsOf>[0]))
  return day === undefined ? serial : { day }
}

function durationOfSerial(serial: number): string {
  const minutes = Math.round(serial * 1440)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function valueIn(cell: CellObject, from1904: boolean): CellValue {
  if (cell.t === 'b') return Boolean(cell.v)
  if (cell.t === 'e') return cell.w ?? '#ERREUR'
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const moment = momentOf(String(cell.z ?? 'General'))
    if (moment === 'day') return dayOfSerial(cell.v, from1904)
    return moment === 'duration' ? durationOfSerial(cell.v) : cell.v
  }
  if (cell.t === 's' && typeof cell.v === 'string') {
    const text = cell.v.replaceAll('\0', '').replace(/\r\n?/g, '\n')
    return text.trim() === '' ? null : text
  }
  return null
}

function sheetOf(name: string, sheet: WorkSheet, from1904: boolean): Sheet {
  const given = (sheet as { readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[] })['!data'] ?? []
  const rows = Array.from({ length: Math.min(given.length, UPLOAD_LIMITS.rows + 1) }, (_, at) =>
    // One column too many is enough to refuse: the other 16,000 of a sheet are not walked.
    Array.from({ length: Math.min(given[at]?.length ?? 0, UPLOAD_LIMITS.columns + 1) }, (_each, column) => {
      const cell = given[at]?.[column]
      return cell ? valueIn(cell, from1904) : null
    }),
  )
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
  return {
    name,
    rows: trimmedRows(rows),
    merges: merges.filter(({ top, left }) => top <= UPLOAD_LIMITS.rows && left <= UPLOAD_LIMITS.columns),
  }
}

/** A second zip with the parts that hold values, as they were unfolded and checked here: the reader has nothing left to unfold. */
function rebuilt(bytes: Uint8Array): Uint8Array {
  const container = CFB.utils.cfb_new()
  for (const [name, content] of unfold(bytes, zipEntries(bytes), (each) => PARTS.test(each)))
    CFB.utils.cfb_add(container, `/${name}`, Buffer.from(content))
  return CFB.write(container, { type: 'buffer', fileType: 'zip', compression: false }) as Uint8Array
}

/** The sheets of an XLSX or ODS file, values only. Formulas give the value that the spreadsheet had computed. Runs in a worker. */
export function readWorkbook(bytes: Uint8Array): readonly Sheet[] {
  const book: WorkBook = read(rebuilt(bytes), {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellFormula: false,
    cellDates: false,
    bookVBA: false,
    nodim: true,
    sheetRows: UPLOAD_LIMITS.rows + 1,
  })
  const from1904 = Boolean(book.Workbook?.WBProps?.date1904)
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    return sheet ? [sheetOf(name, sheet, from1904)] : []
  })
}
