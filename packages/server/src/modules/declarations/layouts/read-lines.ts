import type { FileTable } from './file-table.ts'
import type { ColumnOf, Layout, Values } from './layout.ts'
import { isEmptyCell } from './read-cell.ts'

/** A cell that is not understood, as one sentence; `column` is where to correct it. */
export interface CellFault<C extends string = string> {
  readonly column: C
  readonly text: string
}

/** A line of a file: its rank there (as the spreadsheet numbers it), its cells as written, what they say, what is not understood. */
export interface FileLine<L extends Layout = Layout> {
  readonly rank: number
  readonly typed: Readonly<Record<string, string>>
  readonly values: Values<L>
  readonly faults: readonly CellFault<ColumnOf<L>>[]
}

/** Where a sentence stands: « Ligne 4, colonne « Mois » : … ». */
export const cellFault = <L extends Layout>(layout: L, rank: number, column: ColumnOf<L>, why: string): CellFault<ColumnOf<L>> => ({
  column,
  text: `Ligne ${rank}, colonne « ${layout[column]?.label ?? column} » : ${why}.`,
})

/** Reads one line: every cell refused is said, and every required one that is empty. A full name stands for the two parts of a name. */
function readLine<L extends Layout>(layout: L, typed: Readonly<Record<string, string>>, rank: number): FileLine<L> {
  const names = Object.keys(layout) as ColumnOf<L>[]
  const values: Record<string, unknown> = {}
  const faults: CellFault<ColumnOf<L>>[] = []
  for (const name of names) {
    const cell = typed[name] ?? ''
    const read = isEmptyCell(cell) ? undefined : layout[name]?.read(cell)
    values[name] = read && 'value' in read ? read.value : null
    if (read && 'why' in read) faults.push(cellFault(layout, rank, name, read.why))
  }
  const said = (name: string) => values[name] !== null || faults.some(({ column }) => column === name)
  const missing = names.filter((name) => {
    const column = layout[name]
    return column?.required && !said(name) && (column.orElse === undefined || !said(column.orElse))
  })
  const all = [...faults, ...missing.map((name) => cellFault(layout, rank, name, 'il n’y a rien. Complétez'))]
  return { rank, typed, values: values as Values<L>, faults: all }
}

/** Reads the lines of a table. */
export const readLines = <L extends Layout>(layout: L, { columns, rows }: FileTable): readonly FileLine<L>[] =>
  rows.map(({ rank, cells }) => {
    const typed = Object.fromEntries(columns.flatMap((name, at) => (cells[at] ? [[name, cells[at]]] : [])))
    return readLine(layout, typed, rank)
  })
