import {
  type CentiHours,
  centiHours,
  daysOf,
  type Explained,
  type Law,
  type Month,
  month,
  NoTextInForce,
  type SiaeKind,
} from '@maillage/kernel'
import {
  type AnnexMeasure,
  annexEnd,
  annexSegments,
  type FinancialAnnex,
  type ProjectedPosts,
  postsOf,
  projectOnFormerAnnex,
} from '@maillage/rules/agreements'
import {
  type AnnexAid,
  type AwaitedMonth,
  annexAid,
  type Consumption,
  consumption,
  type FinancingSteps,
  type ProjectedAid,
  projectAid,
  type WorkedMonth,
} from '@maillage/rules/financing'

/** What made a statement change. */
export type StatementCause = 'validated' | 'corrected' | 'annex' | 'amendment' | 'structure' | 'law'

/** An annex as this slice reads it: the one of `agreements`, without what it does not use. */
export interface PaidAnnex {
  readonly id: string
  readonly annex: FinancialAnnex
}

/** Hours of a validated month that the aid counts, of one measure and one percent; `heldBack`: kept apart, not paid until settled. */
export interface CountedTotal {
  readonly month: Month
  readonly measure: AnnexMeasure
  readonly percent: number
  readonly counted: CentiHours
  readonly heldBack: CentiHours
}

/** An annex in a year. `aid` null: no known text prices one of its months, and `unpriced` names what is missing. */
export interface AnnexYear<Annex extends PaidAnnex = PaidAnnex> {
  readonly recorded: Annex
  readonly worked: readonly WorkedMonth[]
  readonly aid: Explained<AnnexAid, keyof FinancingSteps> | null
  readonly unpriced: string | null
  readonly consumption: Consumption
}

/** A month with hours and no annex: neither paid nor zero. `projected`: what the former annex would open if it went on. */
export interface AwaitedHours extends AwaitedMonth {
  readonly measure: AnnexMeasure
  readonly projected: ProjectedPosts | null
}

export interface AidYear<Annex extends PaidAnnex = PaidAnnex> {
  readonly year: number
  readonly annexes: readonly AnnexYear<Annex>[]
  readonly awaiting: readonly AwaitedHours[]
}

/** January and December of a year. */
export const monthsOf = (year: number): { readonly first: Month; readonly last: Month } => ({
  first: month(`${year}-01`),
  last: month(`${year}-12`),
})

/** First and last month of an annex as known now; undefined when it opens none. */
export function monthsOfAnnex(law: Law, annex: FinancialAnnex): { readonly first: Month; readonly last: Month } | undefined {
  const segments = annexSegments(law, annex)
  const [first, last] = [segments[0]?.first, segments.at(-1)?.last]
  return first === undefined || last === undefined ? undefined : { first, last }
}

/**
 * The annex that pays the hours of a month: the one that covers its first day; failing that, the first that covers some of it. A month is paid once,
 * even when two annexes share it.
 */
export function annexPaying<Annex extends PaidAnnex>(
  law: Law,
  annexes: readonly Annex[],
  { month: of, measure }: { readonly month: Month; readonly measure: AnnexMeasure },
): Annex | undefined {
  const { first } = daysOf(of)
  const covering = annexes.filter(({ annex }) => annex.measure === measure && postsOf(annexSegments(law, annex), of) !== undefined)
  return (
    covering.find(({ annex }) => annex.period.first <= first && first <= annexEnd(annex)) ??
    covering.toSorted((a, b) => a.annex.period.first - b.annex.period.first)[0]
  )
}

/** The hours that each annex pays, and those that none does, month by month; the places of work of a month are one. */
export function sharedBetweenAnnexes<Annex extends PaidAnnex>(
  law: Law,
  annexes: readonly Annex[],
  totals: readonly CountedTotal[],
): { readonly worked: ReadonlyMap<Annex, readonly WorkedMonth[]>; readonly none: readonly CountedTotal[] } {
  const worked = new Map<Annex, WorkedMonth[]>(annexes.map((each) => [each, []]))
  const none: CountedTotal[] = []
  for (const total of totals) {
    const paying = annexPaying(law, annexes, total)
    if (paying) worked.get(paying)?.push({ month: total.month, hours: total.counted, percent: total.percent })
    else none.push(total)
  }
  return { worked, none }
}

function pricedAid(law: Law, kind: SiaeKind, annex: FinancialAnnex, worked: readonly WorkedMonth[]): Pick<AnnexYear, 'aid' | 'unpriced'> {
  try {
    return { aid: annexAid(law, { kind, annex, worked }), unpriced: null }
  } catch (fault) {
    if (fault instanceof NoTextInForce) return { aid: null, unpriced: fault.parameter }
    throw fault
  }
}

function awaitedHours(law: Law, kind: SiaeKind, annexes: readonly PaidAnnex[], none: readonly CountedTotal[]): readonly AwaitedHours[] {
  return [...Map.groupBy(none, ({ measure }) => measure)].flatMap(([measure, totals]) => {
    const worked = totals.map((each) => ({ month: each.month, hours: each.counted }))
    const former = annexes.flatMap(({ annex }) => (annex.measure === measure ? [annex] : []))
    return annexAid(law, { kind, annex: null, worked }).value.awaiting.map((each) => ({
      ...each,
      measure,
      projected: projectOnFormerAnnex(law, former, { month: each.month }) ?? null,
    }))
  })
}

/**
 * The aid of a structure in a year: each annex that opens one of its months, with every hour of the annex up to December (its total is cumulated), and
 * the months that no annex covers. Annexes of every year are given: the former one is what a month without annex is projected on.
 */
export function aidYear<Annex extends PaidAnnex>(
  law: Law,
  { kind, annexes, totals, year }: { kind: SiaeKind; annexes: readonly Annex[]; totals: readonly CountedTotal[]; year: number },
): AidYear<Annex> {
  const { first, last } = monthsOf(year)
  const { worked, none } = sharedBetweenAnnexes(law, annexes, totals)
  const shown = annexes.filter(({ annex }) => {
    const span = monthsOfAnnex(law, annex)
    return span !== undefined && span.first <= last && first <= span.last
  })
  return {
    year,
    annexes: shown.map((recorded) => {
      const hours = (worked.get(recorded) ?? []).filter((each) => each.month <= last)
      return {
        recorded,
        worked: hours,
        ...pricedAid(law, kind, recorded.annex, hours),
        consumption: consumption(law, { annex: recorded.annex, worked: hours }),
      }
    }),
    awaiting: awaitedHours(
      law,
      kind,
      annexes,
      none.filter((each) => each.month >= first && each.month <= last),
    ),
  }
}

/** What the year would be worth if the amounts that no text gives followed the SMIC; undefined where that cannot be said either. */
export function projectedAid(law: Law, kind: SiaeKind, { recorded, worked }: AnnexYear): ProjectedAid | undefined {
  try {
    return projectAid(law, { kind, annex: recorded.annex, worked })
  } catch (fault) {
    if (fault instanceof NoTextInForce) return undefined
    throw fault
  }
}

/** Hours of each month that are kept and not paid, by month. */
export function heldBackBy(totals: readonly CountedTotal[]): ReadonlyMap<Month, CentiHours> {
  const held = new Map<Month, CentiHours>()
  for (const { month: of, heldBack } of totals) if (heldBack > 0) held.set(of, centiHours((held.get(of) ?? 0) + heldBack))
  return held
}

/** The year shown when the address says none: that of the day. */
export const yearOf = (of: Month): number => Math.floor(of / 12)
