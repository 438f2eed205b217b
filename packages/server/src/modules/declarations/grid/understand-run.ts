import type { ImportLine, RunLayout } from '../import-run.ts'
import type { LineChange } from '../store.ts'
import type { Corrections } from './read-line.ts'
import { type GridContext, type GridReading, understandLine } from './understand-line.ts'

type Line = Pick<ImportLine<GridReading>, 'id' | 'sheet' | 'line' | 'state' | 'cells' | 'corrections'>

/** Understands the lines of people of a run together: two of them cannot be about the same person. Those set aside stay so. */
export function understandRun(lines: readonly Line[], { sheets }: RunLayout, context: GridContext): readonly LineChange[] {
  const taken = new Set<string>()
  return lines.flatMap(({ id, sheet, line, state, cells, corrections }): LineChange[] => {
    const layout = sheets[sheet]?.grid
    if (!layout || cells === null || state === 'not-a-fact') return []
    const { facts: _facts, ...read } = understandLine(cells, { line, layout, corrections: (corrections ?? {}) as Corrections }, context)
    if (state === 'set-aside') return [{ id, cells, corrections, ...read, state }]
    const { stayId } = read.reading
    if (stayId !== null && taken.has(stayId)) {
      return [{ id, cells, corrections, ...read, state: 'refused', reasons: [...read.reasons, { code: 'twice', blocking: true }] }]
    }
    if (stayId !== null) taken.add(stayId)
    return [{ id, cells, corrections, ...read }]
  })
}

/** What changed between what is written and what is understood now. */
export const changesIn = (lines: readonly ImportLine<GridReading>[], now: readonly LineChange[]): readonly LineChange[] =>
  now.filter((change) => {
    const written = lines.find(({ id }) => id === change.id)
    const print = ({ state, reading, reasons, personId, corrections }: Omit<LineChange, 'id' | 'cells'>) =>
      stable({ state, reading, reasons, personId, corrections })
    return written === undefined || print(written) !== print(change)
  })

/** The same text for the same content: the database does not keep the order of keys, nor what is absent. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
