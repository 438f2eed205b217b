import type { SiaeKind } from '@maillage/kernel'
import type { Contribution, Counted, Relation } from '@maillage/rules/statistics'
import type { CountedSiae } from '../cells/cell-value.ts'
import type { Figure, FigureState, IndicatorCode } from '../model.ts'

/** What figures are about: every structure of the territory, those of one kind, or one. */
export interface Scope {
  readonly siaeId: string | null
  readonly organisationId: string | null
  readonly kind: 'all' | SiaeKind
  readonly members: readonly CountedSiae[]
}

/** A figure before secrecy: its value, and what each structure puts in it. */
export interface Draft {
  readonly key: string
  readonly scope: Scope
  readonly indicator: IndicatorCode
  readonly month: string | null
  readonly dimension: string
  readonly state: Exclude<FigureState, 'too-few'>
  readonly numerator: number | null
  readonly denominator: number | null
  readonly low: number | null
  readonly high: number | null
  readonly excluded: Figure['excluded']
  readonly contributions: readonly Contribution[]
  /** Figures that this one repeats: hidden with any of them. */
  readonly needs: readonly string[]
}

/** Figures looked at together: whoever reads some of them finds others by subtraction. */
export interface Block {
  readonly counted: Counted
  readonly drafts: readonly Draft[]
  readonly relations: readonly Relation[]
  /** The figures to publish, when the others are only there to be subtracted from. */
  readonly only?: IndicatorCode
}

export const keyOf = ({ siaeId, kind }: Scope, indicator: IndicatorCode, dimension: string, month: string | null = null): string =>
  [siaeId ?? kind, indicator, dimension, month ?? ''].join(' ')

/** A draft, all that is not said being absent. */
export function draft(
  scope: Scope,
  indicator: IndicatorCode,
  dimension: string,
  more: Partial<Omit<Draft, 'key' | 'scope' | 'indicator' | 'dimension'>>,
): Draft {
  const numerator = more.numerator ?? null
  return {
    key: keyOf(scope, indicator, dimension, more.month),
    scope,
    indicator,
    dimension,
    month: null,
    state: numerator === null ? 'not-declared' : 'shown',
    denominator: null,
    low: null,
    high: null,
    excluded: {},
    contributions: [],
    needs: [],
    ...more,
    numerator,
  }
}

/** Every scope of a territory: all, each kind present and, when it is asked, each structure. */
export function scopesOf(siaes: readonly CountedSiae[], withStructures: boolean): readonly Scope[] {
  const kinds = [...new Set(siaes.map(({ kind }) => kind))].toSorted()
  return [
    { siaeId: null, organisationId: null, kind: 'all', members: siaes },
    ...kinds.map((kind) => ({ siaeId: null, organisationId: null, kind, members: siaes.filter((each) => each.kind === kind) })),
    ...(withStructures
      ? siaes.map((each) => ({ siaeId: each.id, organisationId: each.organisationId, kind: each.kind, members: [each] }))
      : []),
  ]
}

/** All is the sum of the kinds, a kind that of its structures, for each figure named. */
export function scopeRelations(scopes: readonly Scope[], figures: readonly (readonly [IndicatorCode, string])[]): readonly Relation[] {
  const whole = scopes.find(({ kind }) => kind === 'all')
  const kinds = scopes.filter(({ kind, siaeId }) => kind !== 'all' && siaeId === null)
  return figures.flatMap(([indicator, dimension]) => {
    const at = (scope: Scope) => keyOf(scope, indicator, dimension)
    const inside = kinds.flatMap((kind) => {
      const parts = scopes.filter((scope) => scope.siaeId !== null && scope.kind === kind.kind)
      return parts.length > 0 ? [{ total: at(kind), parts: parts.map(at) }] : []
    })
    return [...(whole && kinds.length > 0 ? [{ total: at(whole), parts: kinds.map(at) }] : []), ...inside]
  })
}
