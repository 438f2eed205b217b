import { survival, type Wait } from '@maillage/rules/statistics'
import { type Block, draft, type Scope, scopeRelations } from './draft.ts'

/** A wait, and the structure where it began. `who`: one person counts once in a scope, by the first of their waits. */
export interface WaitAt extends Wait {
  readonly siaeId: string
  readonly who: string
  readonly since: number
}

/** Medians of survival: those who still wait count. More than half waiting gives no median, and says so. */
export function waitsBlock(scopes: readonly Scope[], indicator: 'entry-time' | 'answer-time', waits: readonly WaitAt[]): Block {
  return {
    counted: 'people',
    drafts: scopes.map((scope) => {
      const ids = new Set(scope.members.map(({ id }) => id))
      const firsts = new Map<string, WaitAt>()
      for (const wait of waits) {
        const known = firsts.get(wait.who)
        if (ids.has(wait.siaeId) && (known === undefined || wait.since < known.since)) firsts.set(wait.who, wait)
      }
      const inside = [...firsts.values()]
      const { median, interval, happened, people } = survival(inside)
      return draft(scope, indicator, 'median', {
        numerator: median,
        denominator: people,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        state: median !== null ? 'shown' : people > 0 ? 'too-early' : 'not-applicable',
        excluded: people > happened ? { 'still-waiting': people - happened } : {},
        contributions: scope.members.flatMap(({ id }) => {
          const here = inside.filter(({ siaeId }) => siaeId === id).length
          return here > 0 ? [{ unit: id, amount: here, people: here }] : []
        }),
      })
    }),
    relations: scopeRelations(scopes, [[indicator, 'median']]),
  }
}
