import type { Relation } from '@maillage/rules/statistics'
import { DYNAMIC_CLASSES, EXIT_CLASSES } from '../cells/exit-cells.ts'
import type { Figure } from '../model.ts'
import { cellsOf, contributionsOf, type StandingCell, sumOf } from './cells-of.ts'
import { type Block, type Draft, draft, keyOf, type Scope, scopeRelations } from './draft.ts'

const isOneOf = (among: readonly string[]) => (cell: StandingCell) => among.includes(cell.dimension)

/** Exits by class, what they make counted, and the rate of dynamic ones. */
export function exitsBlock(scopes: readonly Scope[], cells: readonly StandingCell[]): Block {
  const drafts = scopes.flatMap((scope): Draft[] => {
    const all = cellsOf(cells, scope, 'exits')
    const counted = all.filter(isOneOf(EXIT_CLASSES))
    const dynamic = all.filter(isOneOf(DYNAMIC_CLASSES))
    const left = all.filter((cell) => !isOneOf(EXIT_CLASSES)(cell))
    const excluded: Record<string, number> = {}
    for (const { dimension, numerator } of left) {
      const reason = dimension.slice(dimension.indexOf(':') + 1)
      excluded[reason] = (excluded[reason] ?? 0) + (numerator ?? 0)
    }
    const total = sumOf(counted)
    const made = (dimension: string, among: readonly StandingCell[]) =>
      draft(scope, 'exits', dimension, { numerator: sumOf(among), denominator: total, contributions: contributionsOf(among) })
    return [
      draft(scope, 'exits', 'counted', {
        numerator: total,
        contributions: contributionsOf(counted),
        excluded: excluded as Figure['excluded'],
      }),
      ...EXIT_CLASSES.map((each) => ({ ...made(each, all.filter(isOneOf([each]))), needs: [keyOf(scope, 'exits', 'counted')] })),
      draft(scope, 'dynamic-rate', 'all', {
        numerator: sumOf(dynamic),
        denominator: total,
        state: total === 0 ? 'not-applicable' : 'shown',
        contributions: contributionsOf(dynamic),
        excluded: excluded as Figure['excluded'],
        needs: [keyOf(scope, 'exits', 'counted')],
      }),
    ]
  })
  const relations = scopes.flatMap((scope): Relation[] => [
    { total: keyOf(scope, 'dynamic-rate', 'all'), parts: DYNAMIC_CLASSES.map((each) => keyOf(scope, 'exits', each)) },
    { total: keyOf(scope, 'exits', 'counted'), parts: [keyOf(scope, 'dynamic-rate', 'all'), keyOf(scope, 'exits', 'class:other')] },
  ])
  return {
    counted: 'people',
    drafts,
    relations: [
      ...relations,
      ...scopeRelations(scopes, [['exits', 'counted'], ['dynamic-rate', 'all'], ...EXIT_CLASSES.map((each) => ['exits', each] as const)]),
    ],
  }
}
