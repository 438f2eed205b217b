import { normalised } from '@maillage/kernel'
import type { ColumnOf, Layout, Mapping, Values } from './layout.ts'
import { isEmptyCell } from './read-cell.ts'

/** A cell that is not understood, as one sentence; `column` is where to correct it. */
export interface CellFault<C extends string = string> {
  readonly column: C
  readonly text: string
}

/** A line of a file: its rank there (as the spreadsheet numbers it), its cells as written, what they say, what is not understood. */
export interface FileLine<L extends Layout = Layout> {
  readonly rank: number
  readonly typed: Readonly<Partial<Record<ColumnOf<L>, string>>>
  readonly values: Values<L>
  readonly faults: readonly CellFault<ColumnOf<L>>[]
}

/** The first word of the example line of our models. */
const EXAMPLE = normalised('EXEMPLE (à remplacer)')
/** « Total », « Total général »: the foot of a payroll table is nobody. */
const FOOT = /^(sous )?(total|totaux)\b/

/** Reads one line by the columns that a mapping gives. */
function readLine<L extends Layout>(layout: L, mapping: Mapping, row: readonly string[], rank: number): FileLine<L> {
  const typed: Record<string, string> = {}
  const values: Record<string, unknown> = {}
  const faults: CellFault<ColumnOf<L>>[] = []
  for (const name of Object.keys(layout) as ColumnOf<L>[]) {
    const column = layout[name]
    const cell = (row[mapping[name] ?? -1] ?? '').trim()
    values[name] = null
    if (cell !== '') typed[name] = cell
    if (column === undefined || isEmptyCell(cell)) continue
    const read = column.read(cell)
    if ('value' in read) values[name] = read.value
    else faults.push({ column: name, text: `Ligne ${rank}, colonne « ${column.label} » : ${read.why}.` })
  }
  return { rank, typed: typed as FileLine<L>['typed'], values: values as Values<L>, faults }
}

/** What a required cell says when it is empty. A full name stands for the two parts of a name. */
function withMissing<L extends Layout>(layout: L, line: FileLine<L>): FileLine<L> {
  const said = (name: string) => line.values[name] !== null || line.faults.some(({ column }) => column === name)
  const missing = (Object.keys(layout) as ColumnOf<L>[]).flatMap((name) => {
    const column = layout[name]
    if (!column?.required || said(name) || (column.orElse !== undefined && said(column.orElse))) return []
    return [{ column: name, text: `Ligne ${line.rank}, colonne « ${column.label} » : il n’y a rien. Complétez.` }]
  })
  return missing.length === 0 ? line : { ...line, faults: [...line.faults, ...missing] }
}

export interface ReadFile<L extends Layout> {
  readonly lines: readonly FileLine<L>[]
  /** The example of the model, left aside: 1 or none. */
  readonly examples: readonly number[]
  /** Totals at the foot of the table, left aside. */
  readonly feet: readonly number[]
}

/**
 * Reads the lines under the titles. Empty lines are passed over and keep the ranks; the example of our model and the totals of a payroll table are
 * left aside, and said.
 */
export function readLines<L extends Layout>(
  layout: L,
  mapping: Mapping,
  rows: readonly (readonly string[])[],
  firstRank: number,
): ReadFile<L> {
  const lines: FileLine<L>[] = []
  const examples: number[] = []
  const feet: number[] = []
  rows.forEach((row, at) => {
    const rank = firstRank + at
    const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
    if (cells.length === 0) return
    if (cells.some((cell) => normalised(cell) === EXAMPLE)) examples.push(rank)
    else if (FOOT.test(normalised(cells[0] ?? ''))) feet.push(rank)
    else lines.push(withMissing(layout, readLine(layout, mapping, row, rank)))
  })
  return { lines, examples, feet }
}
