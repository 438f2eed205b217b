import type { CalendarDate, Law, Month } from '@maillage/kernel'
import { type Ratio, ratio } from '../ratio.ts'
import type { FinancialAnnex } from './annex.ts'
import { annexSegments, postsOf } from './segments.ts'

/** A figure that nobody agreed: what a month without annex would have if the former annex went on. Shown as such, never summed with agreed ones. */
export interface ProjectedPosts {
  readonly projection: true
  readonly basis: 'former-annex'
  readonly posts: Ratio
  /** Last month of the former annex, whose posts are taken. */
  readonly from: Month
}

/**
 * Posts of a month *sans annexe*, projected from the last month of the former annex of the same kind and measure; undefined when there is none,
 * or when a known annex covers the month (then there is nothing to project).
 * @example projectOnFormerAnnex(law, annexes, { month: month('2026-01'), knownOn: day('2026-02-15') })
 */
export function projectOnFormerAnnex(
  law: Law,
  annexes: readonly FinancialAnnex[],
  { month, knownOn }: { readonly month: Month; readonly knownOn?: CalendarDate },
): ProjectedPosts | undefined {
  const known = annexes.map((each) => annexSegments(law, each, knownOn))
  if (known.some((segments) => postsOf(segments, month) !== undefined)) return undefined
  const last = known
    .flat()
    .filter((each) => each.last < month)
    .toSorted((a, b) => b.last - a.last)[0]
  return last && { projection: true, basis: 'former-annex', posts: ratio(last.posts, 100), from: last.last }
}
