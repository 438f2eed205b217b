import { csvRows } from '../../../platform/documents/read-csv.ts'
import { type FileTable, tableOf } from './file-table.ts'
import type { Mapping } from './layout.ts'
import { hoursLayout } from './layouts.ts'
import { readBirth } from './read-date.ts'
import { readHours } from './read-hours.ts'
import { recogniseColumns, titleRow } from './recognise-columns.ts'

type Rows = readonly (readonly string[])[]

const FIGURES = ['paid', 'worked', 'accompaniment', 'clause'] as const

/** Rows of a text that has neither tabulations nor semicolons: the figures at the end of each line, separated by spaces. « 112 h 40 » is one. */
const typedRows = (text: string): Rows =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/(?<!\dh?\s?h)[ \u00a0\u202f]+(?=\d)/i)
        .filter((cell) => cell !== ''),
    )

/** The rows of a pasted text: `[0]` is its first line, so that a message names the line that one sees. */
const rowsOf = (text: string): Rows => (/[\t;]/.test(text) || /,\s*\p{L}/u.test(text) ? csvRows(text) : typedRows(text))

const isHours = (cell: string) => 'value' in readHours(cell)
const isBirth = (cell: string) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(cell) && 'value' in readBirth(cell)
const isNumber = (cell: string) => /^\d+$/.test(cell)

/** What most cells of a column are. */
function kindOf(cells: readonly string[]): 'number' | 'hours' | 'birth' | 'text' {
  const most = (is: (cell: string) => boolean) => cells.filter(is).length * 2 > cells.length
  if (most(isBirth)) return 'birth'
  if (most(isHours)) return most(isNumber) ? 'number' : 'hours'
  return 'text'
}

/** Lines without titles: a name in one cell or two, the birth date when there is one, then the hours in the order of the sheet. A number before the name is that of payroll. */
function byShape(rows: Rows): { readonly mapping: Mapping; readonly rows: Rows } {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const kinds = Array.from({ length: width }, (_, at) => kindOf(rows.flatMap((row) => row[at]?.trim() || [])))
  const name = kinds.indexOf('text')
  const second = kinds[name + 1] === 'text' ? name + 1 : null
  const under = kinds.flatMap((kind, at) => (at > name && at !== second ? [{ kind, at }] : []))
  const birth = under.find(({ kind }) => kind === 'birth')?.at
  const hours = under.filter(({ kind }) => kind === 'hours' || kind === 'number').map(({ at }) => at)
  const cell = (row: readonly string[], at: number | null | undefined) => (at === null || at === undefined ? '' : (row[at] ?? '').trim())
  return {
    mapping: Object.fromEntries(['fullName', 'birthDate', ...FIGURES].map((column, at) => [column, at])),
    rows: rows.map((row) => [
      [cell(row, name), cell(row, second)].filter(Boolean).join(' '),
      cell(row, birth),
      ...FIGURES.map((_, at) => cell(row, hours[at])),
    ]),
  }
}

/** The columns that a line of titles names; undefined when the text has none. */
function byTitles(rows: Rows, remembered: Readonly<Record<string, string>>) {
  const head = titleRow(hoursLayout, rows, remembered)
  const mapping: Mapping = recogniseColumns(hoursLayout, rows[head] ?? [], remembered)
  const { birthName, givenNames, fullName, ...others } = mapping
  const named = fullName ?? birthName
  if (named === undefined || !FIGURES.some((figure) => mapping[figure] !== undefined)) return undefined
  // « Nom » alone, above the two names.
  const who: Mapping = birthName !== undefined && givenNames !== undefined ? { birthName, givenNames } : { fullName: named }
  return { mapping: { ...who, ...others } satisfies Mapping, head }
}

/** The lines of a pasted month under our columns, with what was left aside; nothing understood when the table has no line. */
export interface PastedHours {
  readonly table: FileTable
  readonly feet: readonly number[]
}

/**
 * Reads a month as somebody pastes it from a spreadsheet, with its line of titles or without.
 * @example pastedHours('BENALI Ana\t112,67\t98,5').table.rows[0]?.rank // 1
 */
export function pastedHours(text: string, remembered: Readonly<Record<string, string>> = {}): PastedHours {
  const rows = rowsOf(text)
  const titled = byTitles(rows, remembered)
  const shaped = titled ? { mapping: titled.mapping, rows: rows.slice(titled.head + 1) } : byShape(rows)
  const { table, feet } = tableOf(shaped.mapping, shaped.rows, titled ? titled.head + 2 : 1)
  return { table, feet }
}
