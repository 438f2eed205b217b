import type { CalendarDate, Law, Month } from '@maillage/kernel'
import { monthsLater } from '@maillage/kernel'
import type { Ratio } from '../ratio.ts'
import { annualFte } from './agreed-fte.ts'
import type { FinancialAnnex } from './annex.ts'
import type { CentiPosts } from './centi-posts.ts'
import { annexSegments } from './segments.ts'

/** What a month of an annex adds, and what the annex has opened up to it. */
export interface AnnexMonth {
  readonly month: Month
  readonly posts: CentiPosts
  readonly cumulated: Ratio
}

/** Total of an annex and its months; null total: no annex was known. */
export interface AnnexTotal {
  readonly total: Ratio | null
  readonly months: readonly AnnexMonth[]
}

/**
 * Every month of an annex with its posts and the cumulated full-time equivalents, as known on a day.
 * @example annexTotal(law, annex).total // { numerator: 10, denominator: 1 }
 */
export function annexTotal(law: Law, annex: FinancialAnnex, knownOn?: CalendarDate): AnnexTotal {
  const months: AnnexMonth[] = []
  let sum = 0
  for (const { first, last, posts } of annexSegments(law, annex, knownOn))
    for (let month = first; month <= last; month = monthsLater(month, 1)) {
      sum += posts
      months.push({ month, posts, cumulated: annualFte(sum) })
    }
  return { total: months.at(-1)?.cumulated ?? null, months }
}
