import { type Month, monthOf, normalised } from '@maillage/kernel'
import { type CellValue, isDay, type Sheet, spreadMerges } from '../../../platform/uploads/tables.ts'
import type { GridLayout } from '../import-run.ts'
import { columnOfLabel, type GridKey } from './grid-columns.ts'
import { monthNamed, textIn } from './read-cells.ts'

const HEADER_WITHIN = 40
/** Below, it is another table: a list of people, a legend. */
const COLUMNS_AT_LEAST = 5
const HEADER_LINES = 3

const textOf = (value: CellValue | undefined) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '')

/** The columns under some lines of header, read together: « Sortie » over « Date » is the date of exit. */
function columnsUnder(rows: readonly (readonly CellValue[])[], top: number, bottom: number): Readonly<Record<string, number>> {
  const columns: Partial<Record<GridKey, number>> = {}
  const width = Math.max(0, ...rows.slice(top, bottom + 1).map((row) => row.length))
  for (let column = 0; column < width; column++) {
    const labels = rows.slice(top, bottom + 1).map((row) => textOf(row[column]))
    const different = labels.filter((label, at) => label !== '' && label !== labels[at - 1])
    // The lowest label first: the title above may be shared.
    const key = [different.at(-1) ?? '', different.join(' ')].map(columnOfLabel).find((found) => found !== undefined)
    if (key !== undefined && columns[key] === undefined) columns[key] = column
  }
  return columns
}

/** Where the grid of a sheet stands; null when the sheet has none. */
export function findGrid(sheet: Sheet): GridLayout | null {
  const { rows } = spreadMerges(sheet)
  let best: GridLayout | null = null
  for (let bottom = 0; bottom < Math.min(rows.length, HEADER_WITHIN); bottom++) {
    for (let lines = 1; lines <= HEADER_LINES && bottom - lines + 1 >= 0; lines++) {
      const columns = columnsUnder(rows, bottom - lines + 1, bottom)
      const found = Object.keys(columns).length
      const isGrid = 'initials' in columns && found >= COLUMNS_AT_LEAST
      if (isGrid && found > Object.keys(best?.columns ?? {}).length) best = { header: bottom, columns }
    }
  }
  return best
}

/** The month that the top of a grid says; undefined when it says none. */
export function monthOfGrid(sheet: Sheet, { header }: GridLayout): Month | undefined {
  const above = sheet.rows.slice(0, header).flatMap((row) => row.filter((value) => value !== null))
  for (const value of above) if (isDay(value)) return monthOf(value.day)
  const text = above.map((value) => textIn(value) ?? '').join(' ')
  const named = /(\p{L}{3,9})\.?\s*(?:[-–:]|ann[ée]e\s*:?)?\s*((?:19|20)\d{2})/giu
  for (const [, word = '', year = ''] of normalisedSpaces(text).matchAll(named)) {
    const month = monthNamed(word)
    if (month !== undefined) return (Number(year) * 12 + month - 1) as Month
  }
  const numbers = /\bmois\s*:?\s*(\d{1,2})\s*(?:[/-]|ann[ée]e\s*:?)\s*((?:19|20)\d{2})/i.exec(normalisedSpaces(text))
  const month = Number(numbers?.[1])
  return numbers && month >= 1 && month <= 12 ? ((Number(numbers[2]) * 12 + month - 1) as Month) : undefined
}

const normalisedSpaces = (text: string) => text.replace(/[\s\u00a0\u202f.…]+/g, ' ')

/** What a line of a sheet is. */
export type LineKind = 'above' | 'blank' | 'total' | 'header-again' | 'note' | 'person'

/** What a line under the header is: a person, or something that is no fact of anybody. */
export function kindOfLine(cells: readonly CellValue[], line: number, { header, columns }: GridLayout): LineKind {
  if (line <= header) return 'above'
  const filled = cells.filter((value) => value !== null)
  if (filled.length === 0) return 'blank'
  const initials = cells[columns['initials'] ?? 0] ?? null
  // The title of a total stands where there was room, never under somebody's initials.
  const words = (initials === null ? cells : [initials]).map((value) => normalised(textOf(value)))
  if (words.some((word) => /^(sous )?tota(l|ux)\b|^effectif\b|^moyenne\b|^nombre de (salaries|personnes)\b/.test(word))) return 'total'
  if (cells.filter((value) => columnOfLabel(textOf(value)) !== undefined).length >= COLUMNS_AT_LEAST) return 'header-again'
  if (filled.length === 1 && (initials === null || textOf(initials).length > 8)) return 'note'
  // Figures without anybody: a total whose title is in another column, or is missing.
  if (initials === null && filled.every((value) => typeof value === 'number')) return 'total'
  return /^\(\d\)|^(nb|n b|legende|note)\b/i.test(textOf(cells.find((value) => value !== null))) ? 'note' : 'person'
}
