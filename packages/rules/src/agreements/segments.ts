import { type CalendarDate, daysOf, invariant, type Law, type Month, monthOf, monthsLater } from '@maillage/kernel'
import { amendmentInsideMonth } from '../parameters/annex.ts'
import type { FinancialAnnex } from './annex.ts'
import type { CentiPosts } from './centi-posts.ts'

/** Months of an annex with the same number of posts. `amendedOn` null: as first signed; otherwise the day the amendment was known. */
export interface AnnexSegment {
  readonly first: Month
  readonly last: Month
  readonly posts: CentiPosts
  readonly amendedOn: CalendarDate | null
}

/** Number of months of a segment, both ends counted. */
export function monthsIn({ first, last }: { readonly first: Month; readonly last: Month }): number {
  return last - first + 1
}

function effectMonth(law: Law, effectOn: CalendarDate): Month {
  const of = monthOf(effectOn)
  if (daysOf(of).first === effectOn) return of
  return law.on(effectOn).get(amendmentInsideMonth) === 'that-month' ? of : monthsLater(of, 1)
}

const isKnown = (knownOn: CalendarDate, asKnown: CalendarDate | undefined) => asKnown === undefined || knownOn <= asKnown

/**
 * The last day of an annex, as known: an amendment may have brought it forward, even before its first day (it then opens nothing).
 * Of two ends, the latest known stands; known on one day, the last recorded.
 * @example annexEnd(annex) // 30 June, once an end on that day is known
 */
export function annexEnd(annex: FinancialAnnex, knownOn?: CalendarDate): CalendarDate {
  let last = annex.period.last
  let since = annex.knownOn
  for (const act of annex.amendments)
    if (act.kind === 'end' && act.knownOn >= since && isKnown(act.knownOn, knownOn)) [last, since] = [act.last, act.knownOn]
  return last
}

/** First and last month of an annex, as known; undefined before it was signed. Started months count whole. */
function months(annex: FinancialAnnex, knownOn: CalendarDate | undefined): { first: Month; last: Month } | undefined {
  if (!isKnown(annex.knownOn, knownOn)) return undefined
  const last = annexEnd(annex, knownOn)
  return last < annex.period.first ? undefined : { first: monthOf(annex.period.first), last: monthOf(last) }
}

/**
 * The months of an annex by number of posts, as they were known on a day (`knownOn`; without it, as known now).
 * The latest known amendment decides from its effect on, for every month that follows, unless a later one says otherwise.
 * Empty before the annex is signed: its months have no annex, which is not zero post.
 * @example annexSegments(law, annex) // 10 posts January–February, 12 from March
 */
export function annexSegments(law: Law, annex: FinancialAnnex, knownOn?: CalendarDate): AnnexSegment[] {
  const span = months(annex, knownOn)
  if (!span) return []
  const acts = annex.amendments
    .flatMap((act) =>
      act.kind === 'posts' && isKnown(act.knownOn, knownOn)
        ? [{ knownOn: act.knownOn, effectOn: act.effectOn, from: effectMonth(law, act.effectOn), posts: act.posts }]
        : [],
    )
    .sort((a, b) => a.knownOn - b.knownOn || a.effectOn - b.effectOn)
  const found: AnnexSegment[] = []
  for (let first = span.first; first <= span.last; ) {
    const by = acts.findLast((act) => act.from <= first)
    const next = acts.reduce((least, act) => (act.from > first && act.from < least ? act.from : least), monthsLater(span.last, 1))
    const [posts, amendedOn] = by ? [by.posts, by.knownOn] : [annex.posts, null]
    const before = found.at(-1)
    if (before && before.posts === posts && before.amendedOn === amendedOn)
      found[found.length - 1] = { ...before, last: monthsLater(next, -1) }
    else found.push({ first, last: monthsLater(next, -1), posts, amendedOn })
    invariant(next > first, 'segments go forward')
    first = next
  }
  return found
}

/** Posts of a month, or undefined when no annex known covers it. */
export function postsOf(segments: readonly AnnexSegment[], month: Month): CentiPosts | undefined {
  return segments.find((each) => each.first <= month && month <= each.last)?.posts
}
