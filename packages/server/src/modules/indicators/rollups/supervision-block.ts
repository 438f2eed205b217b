import { cellsOf, contributionsOf, type StandingCell, sumOf } from './cells-of.ts'
import { type Block, draft, type Scope, scopeRelations } from './draft.ts'

/** People by full-time equivalent of supervision and accompaniment, over the months where the team was declared. */
export function supervisionBlock(scopes: readonly Scope[], cells: readonly StandingCell[]): Block {
  return {
    counted: 'people',
    drafts: scopes.map((scope) => {
      const all = cellsOf(cells, scope, 'supervision', 'all')
      const known = all.filter(({ state }) => state === 'known')
      const missing = all.length - known.length
      return draft(scope, 'supervision', 'all', {
        numerator: known.length === 0 ? null : sumOf(known),
        denominator: known.length === 0 ? null : sumOf(known, 'denominator'),
        state: known.length > 0 ? 'shown' : missing > 0 ? 'not-declared' : 'not-applicable',
        excluded: missing > 0 ? { 'no-staff': missing } : {},
        contributions: contributionsOf(known),
      })
    }),
    relations: scopeRelations(scopes, [['supervision', 'all']]),
  }
}
