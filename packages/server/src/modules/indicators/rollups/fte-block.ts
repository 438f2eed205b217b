import type { Relation } from '@maillage/rules/statistics'
import { MILLION } from '../model.ts'
import { cellsOf, contributionsOf, type StandingCell, sumOf } from './cells-of.ts'
import { type Block, type Draft, draft, keyOf, type Scope, scopeRelations } from './draft.ts'

const COMPARABLE = [
  ['agreed-fte', 'declared'],
  ['realised-fte', 'with-annex'],
] as const
const WHOLE = [
  ['agreed-fte', 'all'],
  ['realised-fte', 'all'],
] as const

/** People behind a sum of months are counted once: the largest month is a number that is surely reached. */
function behind(cells: readonly StandingCell[]) {
  return contributionsOf(cells).map((each) => ({
    ...each,
    people: Math.max(0, ...cells.filter(({ siaeId }) => siaeId === each.unit).map(({ people }) => people)),
  }))
}

/**
 * Full-time equivalents. For competitors, only the two sums over the same months of the same structures: the difference with a wider sum would be the
 * figure of the few who did not declare. `everything`: the authority, the funders and the structure read the wider sums too.
 */
export function fteBlock(scopes: readonly Scope[], cells: readonly StandingCell[], everything: boolean): Block {
  const figures = everything ? [...WHOLE, ...COMPARABLE] : COMPARABLE
  const relations: Relation[] = []
  const drafts = scopes.flatMap((scope): Draft[] => {
    const whole = scope.siaeId === null && scope.kind !== 'all'
    const of = (state: StandingCell['state'], indicator: 'agreed-fte' | 'realised-fte') =>
      cellsOf(cells, scope, indicator, 'all').filter((cell) => cell.state === state).length
    const excluded = {
      'month-not-declared': of('not-declared', 'realised-fte'),
      'month-not-over': of('too-early', 'realised-fte'),
      'month-without-annex': of('not-declared', 'agreed-fte'),
    }
    return figures.flatMap(([indicator, dimension]) => {
      const known = cellsOf(cells, scope, indicator, dimension).filter(({ state }) => state === 'known')
      const made = draft(scope, indicator, dimension, {
        numerator: known.length === 0 ? null : sumOf(known),
        denominator: known.length === 0 ? null : MILLION,
        contributions: behind(known),
        excluded,
        state: known.length > 0 ? 'shown' : cellsOf(cells, scope, indicator).length > 0 ? 'not-declared' : 'not-applicable',
      })
      // Months are read for the whole territory and for one structure; those of a kind would cross with both.
      const months = whole ? [] : [...new Set(known.map(({ month }) => month))].toSorted()
      const monthly = months.map((month) => {
        const ofMonth = known.filter((cell) => cell.month === month)
        return draft(scope, indicator, dimension, {
          month,
          numerator: sumOf(ofMonth),
          denominator: MILLION,
          contributions: behind(ofMonth),
        })
      })
      if (monthly.length > 0) relations.push({ total: keyOf(scope, indicator, dimension), parts: monthly.map(({ key }) => key) })
      return [made, ...monthly]
    })
  })
  return { counted: 'activity', drafts, relations: [...scopeRelations(scopes, figures), ...relations] }
}
