import type { CellValue } from '../cells/cell-value.ts'
import type { IndicatorCode } from '../model.ts'
import type { Scope } from './draft.ts'

/** A standing cell of one structure. */
export interface StandingCell extends Omit<CellValue, 'month'> {
  readonly siaeId: string
  readonly month: string
}

// One list of cells is read hundreds of times, a structure at a time: sorted once, it is not walked whole each time.
const sorted = new WeakMap<readonly StandingCell[], ReadonlyMap<string, readonly StandingCell[]>>()

function bySiaeAndIndicator(cells: readonly StandingCell[]): ReadonlyMap<string, readonly StandingCell[]> {
  const known = sorted.get(cells) ?? Map.groupBy(cells, ({ siaeId, indicator }) => `${siaeId} ${indicator}`)
  sorted.set(cells, known)
  return known
}

/** The cells of a scope, of one indicator and dimension. */
export function cellsOf(
  cells: readonly StandingCell[],
  scope: Scope,
  indicator: IndicatorCode,
  dimension?: string,
): readonly StandingCell[] {
  const known = bySiaeAndIndicator(cells)
  return scope.members.flatMap(({ id }) =>
    (known.get(`${id} ${indicator}`) ?? []).filter((cell) => dimension === undefined || cell.dimension === dimension),
  )
}

/** What each structure puts in a sum of cells: those that have one, even at zero. */
export function contributionsOf(cells: readonly StandingCell[]): readonly { unit: string; amount: number; people: number }[] {
  const units = new Map<string, { amount: number; people: number }>()
  for (const { siaeId, numerator, people } of cells) {
    const known = units.get(siaeId) ?? { amount: 0, people: 0 }
    units.set(siaeId, { amount: known.amount + (numerator ?? 0), people: known.people + people })
  }
  return [...units].map(([unit, of]) => ({ unit, ...of }))
}

export const sumOf = (cells: readonly StandingCell[], what: 'numerator' | 'denominator' = 'numerator'): number =>
  cells.reduce((sum, cell) => sum + (cell[what] ?? 0), 0)
