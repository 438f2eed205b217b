import type { Relation } from '@maillage/rules/statistics'
import { OUTCOMES } from '../cells/application-cells.ts'
import { cellsOf, contributionsOf, type StandingCell, sumOf } from './cells-of.ts'
import { type Block, type Draft, draft, keyOf, type Scope, scopeRelations } from './draft.ts'

const DUE: readonly string[] = ['in-time', 'late', 'unanswered']

/** Applications by what became of them; `in-time` carries the rate: its denominator is what was due. */
export function applicationsBlock(scopes: readonly Scope[], cells: readonly StandingCell[]): Block {
  const drafts = scopes.flatMap((scope): Draft[] => {
    const all = cellsOf(cells, scope, 'applications')
    const due = all.filter(({ dimension }) => DUE.includes(dimension))
    const notDue = sumOf(all.filter(({ dimension }) => dimension === 'not-due'))
    const total = sumOf(due)
    const excluded = { 'not-due': notDue, withdrawn: sumOf(all.filter(({ dimension }) => dimension === 'withdrawn')) }
    const nothing = notDue > 0 ? ('too-early' as const) : ('not-applicable' as const)
    return [
      draft(scope, 'applications', 'sent', { numerator: sumOf(all), contributions: contributionsOf(all) }),
      draft(scope, 'applications', 'due', { numerator: total, contributions: contributionsOf(due), excluded }),
      ...OUTCOMES.map((outcome) => {
        const some = all.filter(({ dimension }) => dimension === outcome)
        const rated = DUE.includes(outcome)
        return draft(scope, 'applications', outcome, {
          numerator: sumOf(some),
          denominator: rated ? total : null,
          state: rated && total === 0 ? nothing : 'shown',
          contributions: contributionsOf(some),
          excluded: rated ? excluded : {},
          needs: rated ? [keyOf(scope, 'applications', 'due')] : [],
        })
      }),
    ]
  })
  const relations = scopes.flatMap((scope): Relation[] => [
    { total: keyOf(scope, 'applications', 'due'), parts: DUE.map((each) => keyOf(scope, 'applications', each)) },
    {
      total: keyOf(scope, 'applications', 'sent'),
      parts: ['due', 'not-due', 'withdrawn'].map((each) => keyOf(scope, 'applications', each)),
    },
  ])
  return {
    counted: 'people',
    drafts,
    relations: [
      ...relations,
      ...scopeRelations(
        scopes,
        ['sent', 'due', ...OUTCOMES].map((each) => ['applications', each] as const),
      ),
    ],
  }
}
