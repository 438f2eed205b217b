import { invariant } from '@maillage/kernel'
import { determinedCells } from './determined-cells.ts'
import { type Contribution, type SecrecyRule, type WhyHidden, whyUnsafe } from './secrecy-rule.ts'

/** A figure meant to be published, with what each structure puts in it. */
export interface PublishedCell {
  readonly key: string
  readonly contributions: readonly Contribution[]
  /** Cells of one row of the table: when one must go, another of a row already touched goes rather than one of an untouched row. */
  readonly group?: string
}

/** A total and its parts, all of them keys of cells: whoever reads all but one finds the last. */
export interface Relation {
  readonly total: string
  readonly parts: readonly string[]
}

const weightOf = (cell: PublishedCell) => cell.contributions.reduce((sum, { amount, people }) => sum + Math.abs(amount) + people, 0)

/**
 * Which cells are not shown, and why: those unsafe by themselves, then as many others as it takes, the smallest first, so that no hidden cell is found
 * by subtraction, and that what subtraction does give (the sum of the hidden parts) is itself safe to read. A total goes last.
 * `already`: hidden for a narrower audience that reads this one too; what it may not read must not be found here.
 * @example hiddenCells(cells, [{ total: 'all', parts: ['ACI', 'EI', 'AI', 'ETTI'] }], rule).get('ETTI') // 'too-few-structures'
 */
export function hiddenCells(
  cells: readonly PublishedCell[],
  relations: readonly Relation[],
  rule: SecrecyRule,
  already: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, WhyHidden> {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]))
  const at = (key: string): PublishedCell => {
    const cell = byKey.get(key)
    invariant(cell, `"${key}" is a cell`)
    return cell
  }
  const hidden = new Map<string, WhyHidden>()
  for (const cell of cells) {
    const why = whyUnsafe(cell.contributions, rule)
    if (why) hidden.set(cell.key, why)
    else if (already.has(cell.key)) hidden.set(cell.key, 'complement')
  }
  const touched = (key: string): number => {
    const { group } = at(key)
    return group === undefined ? 0 : cells.filter((cell) => cell.group === group && hidden.has(cell.key)).length
  }
  const hideOneMore = ({ total, parts }: Relation, evenTotal = true): boolean => {
    // Beside a hidden number, an empty cell hides nothing; beside hidden zeros, another zero is enough.
    const counts = parts.some((key) => hidden.has(key) && weightOf(at(key)) > 0)
    const empty = (key: string) => Number(counts && weightOf(at(key)) === 0)
    const [smallest] = parts
      .filter((key) => !hidden.has(key) && at(key).contributions.length > 0)
      .toSorted((a, b) => empty(a) - empty(b) || touched(b) - touched(a) || weightOf(at(a)) - weightOf(at(b)) || (a < b ? -1 : 1))
    const next = smallest ?? (hidden.has(total) || !evenTotal ? undefined : total)
    if (next === undefined) return false
    hidden.set(next, 'complement')
    return true
  }
  const tells = ({ total, parts }: Relation): boolean => {
    if (hidden.has(total)) return false
    const unseen = parts.filter((key) => hidden.has(key))
    return (
      unseen.length === 1 ||
      (unseen.length > 1 &&
        whyUnsafe(
          unseen.flatMap((key) => at(key).contributions),
          rule,
        ) !== null)
    )
  }
  for (;;) {
    const telling = relations.find((each) => tells(each))
    if (telling) {
      hideOneMore(telling)
      continue
    }
    // What several relations tell together: bridges between tables.
    const found = determinedCells(hidden, relations)
    if (found.size === 0) return hidden
    const around = relations.filter(({ total, parts }) => [total, ...parts].some((key) => found.has(key)))
    if (!around.some((each) => hideOneMore(each, false)) && !around.some((each) => hideOneMore(each))) return hidden
  }
}
