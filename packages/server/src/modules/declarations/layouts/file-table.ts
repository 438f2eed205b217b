import { normalised } from '@maillage/kernel'
import type { Mapping } from './layout.ts'
import { carriedRows, textOfRows } from './text-table.ts'

/** The lines of a file under the names of our columns, with their rank in it: what a page carries to the next. Other columns are gone. */
export interface FileTable {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly rank: number; readonly cells: readonly string[] }[]
}

/** The first word of the example line of our models. */
const EXAMPLE = normalised('EXEMPLE (à remplacer)')
/** « Total », « Total général »: the foot of a payroll table is nobody. */
const FOOT = /^(sous )?(total|totaux)\b/

/**
 * Keeps the lines under the titles, and the columns that have a place. Empty lines are passed over and keep the ranks; the example of our model and the
 * totals of a payroll table are left aside, and said.
 */
export function tableOf(
  mapping: Mapping,
  rows: readonly (readonly string[])[],
  firstRank: number,
): { readonly table: FileTable; readonly examples: readonly number[]; readonly feet: readonly number[] } {
  const columns = Object.keys(mapping)
  const kept: { rank: number; cells: string[] }[] = []
  const examples: number[] = []
  const feet: number[] = []
  rows.forEach((row, at) => {
    const rank = firstRank + at
    const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
    if (cells.length === 0) return
    if (cells.some((cell) => normalised(cell) === EXAMPLE)) examples.push(rank)
    else if (FOOT.test(normalised(cells[0] ?? ''))) feet.push(rank)
    else kept.push({ rank, cells: columns.map((name) => (row[mapping[name] ?? -1] ?? '').trim()) })
  })
  return { table: { columns, rows: kept }, examples, feet }
}

/** A table as the text of a hidden field. */
export const textOfTable = ({ columns, rows }: FileTable): string =>
  textOfRows([['rank', ...columns], ...rows.map(({ rank, cells }) => [String(rank), ...cells])])

/** The table that such a text holds; columns that a layout does not know are dropped, whoever wrote them. */
export function tableIn(text: string, known: readonly string[]): FileTable {
  const [[, ...columns] = [], ...rows] = carriedRows(text)
  const kept = columns.flatMap((name, at) => (known.includes(name) ? [{ name, at: at + 1 }] : []))
  return {
    columns: kept.map(({ name }) => name),
    rows: rows.flatMap((row) => {
      const rank = Number(row[0])
      return Number.isSafeInteger(rank) && rank > 0 ? [{ rank, cells: kept.map(({ at }) => row[at] ?? '') }] : []
    }),
  }
}

/** The table with some cells written again: a correction on screen may fill a column that the file did not have. */
export function corrected(table: FileTable, corrections: ReadonlyMap<string, string>): FileTable {
  if (corrections.size === 0) return table
  const wanted = [...corrections.keys()].map((key) => key.slice(key.indexOf('/') + 1))
  const columns = [...new Set([...table.columns, ...wanted])]
  return {
    columns,
    rows: table.rows.map(({ rank, cells }) => ({
      rank,
      cells: columns.map((name, at) => corrections.get(`${rank}/${name}`) ?? cells[at] ?? ''),
    })),
  }
}
