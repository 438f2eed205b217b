import type { Relation } from './hidden-cells.ts'

const TINY = 1e-9

/** Puts the rows in reduced echelon form, in place: each pivot is alone in its column. */
function reduce(rows: number[][], width: number): void {
  let top = 0
  for (let column = 0; column < width && top < rows.length; column++) {
    const found = rows.findIndex((row, index) => index >= top && Math.abs(row[column] ?? 0) > TINY)
    const pivot = rows[found]
    if (!pivot) continue
    rows.splice(found, 1)
    const scale = pivot[column] ?? 1
    const unit = pivot.map((value) => value / scale)
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0
      if (Math.abs(factor) > TINY) rows[index] = row.map((value, at) => value - factor * (unit[at] ?? 0))
    }
    rows.splice(top++, 0, unit)
  }
}

/**
 * The hidden cells that somebody who reads all the others would find exactly, from every relation at once: those alone in a row of the reduced system.
 * @example determinedCells(new Map([['ETTI', 'too-few-people']]), [{ total: 'all', parts: ['ACI', 'ETTI'] }]) // Set { 'ETTI' }
 */
export function determinedCells(hidden: ReadonlyMap<string, unknown>, relations: readonly Relation[]): ReadonlySet<string> {
  const keys = [...hidden.keys()]
  const column = new Map(keys.map((key, index) => [key, index]))
  const rows: number[][] = []
  for (const { total, parts } of relations) {
    const row = keys.map(() => 0)
    let any = false
    for (const [key, sign] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const at = column.get(key)
      if (at === undefined) continue
      row[at] = (row[at] ?? 0) + sign
      any = true
    }
    if (any) rows.push(row)
  }
  reduce(rows, keys.length)
  const alone = rows.map((row) => row.flatMap((value, index) => (Math.abs(value) > TINY ? [index] : []))).filter((row) => row.length === 1)
  return new Set(alone.flatMap(([index]) => (index === undefined ? [] : [keys[index] ?? ''])))
}
