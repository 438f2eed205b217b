import type { CalendarDate } from '@maillage/kernel'

/** What a cell holds. A day is apart from a number; a duration (`151:40`) and an error of the spreadsheet (`#REF!`) are text. */
export type CellValue = string | number | boolean | TableDay | null

/** A day in a cell, told from a number. */
export interface TableDay {
  readonly day: CalendarDate
}

/** Cells merged into one, both ends included, counted from 0. */
export interface MergedCells {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * A sheet as it is in the file: `rows[0]` is the line 1 and `rows[0][0]` the cell A1, blank ones included, so that a sentence can name a cell.
 * Trailing empty cells and lines are left out. In a merge the value is in the first cell, the others are null.
 */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly CellValue[])[]
  readonly merges: readonly MergedCells[]
}

export const TABLE_KINDS = ['xlsx', 'ods', 'csv'] as const
export type TableKind = (typeof TABLE_KINDS)[number]

/** A file of tables, whatever it was written in. */
export interface Tables {
  readonly kind: TableKind
  readonly sheets: readonly Sheet[]
}

export const isDay = (value: CellValue | undefined): value is TableDay => typeof value === 'object' && value !== null

/** The letters of a column, from 0. @example columnName(27) // 'AB' */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/** The name that a spreadsheet shows. @example cellName(6, 2) // 'C7' */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** The same sheet, every cell of a merge holding its value: what one reads under a wide title. */
export function spreadMerges(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) => [...row])
  for (const { top, left, bottom, right } of sheet.merges) {
    const value = rows[top]?.[left] ?? null
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) {
      const cells = rows[row] ?? []
      for (let column = left; column <= right; column++) {
        while (cells.length < column) cells.push(null)
        cells[column] = value
      }
    }
  }
  return { ...sheet, rows }
}

/** Without the trailing empty cells and lines, which a spreadsheet keeps when somebody coloured them. */
export function trimmedRows(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  const isEmpty = (value: CellValue | undefined) =>
    value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
  const trimmed = rows.map((row) => {
    let end = row.length
    while (end > 0 && isEmpty(row[end - 1])) end--
    return Array.from({ length: end }, (_, at) => row[at] ?? null)
  })
  let end = trimmed.length
  while (end > 0 && trimmed[end - 1]?.length === 0) end--
  return trimmed.slice(0, end)
}
