import type { CalendarDate, Law, Month } from '@maillage/kernel'
import type { FinancialAnnex } from './annex.ts'
import { annexTotal } from './annex-total.ts'
import type { CentiPosts } from './centi-posts.ts'

/** A month whose posts are not what they were known to be; null: no annex known for it. */
export interface KnownChange {
  readonly month: Month
  readonly before: CentiPosts | null
  readonly after: CentiPosts | null
}

/**
 * What changed in an annex between two days of knowledge, month by month: the old and the new side by side, for the re-adjustment
 * that follows an amendment.
 * @example knownChanges(law, annex, { before: day('2025-04-30'), after: day('2025-05-31') })
 */
export function knownChanges(
  law: Law,
  annex: FinancialAnnex,
  { before, after }: { readonly before: CalendarDate; readonly after: CalendarDate },
): KnownChange[] {
  const seen = (knownOn: CalendarDate) => new Map(annexTotal(law, annex, knownOn).months.map((each) => [each.month, each.posts]))
  const [old, recent] = [seen(before), seen(after)]
  return [...new Set([...old.keys(), ...recent.keys()])]
    .toSorted((a, b) => a - b)
    .map((month) => ({ month, before: old.get(month) ?? null, after: recent.get(month) ?? null }))
    .filter((each) => each.before !== each.after)
}
