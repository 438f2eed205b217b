import type { CalendarDate, CentiHours, Cents, Period, SiaeKind } from '@maillage/kernel'
import type { CentiPosts } from './centi-posts.ts'

/** Which money an annex opens: the common one, prison, or bridge contracts. */
export type AnnexMeasure = 'common' | 'prison' | 'bridge'

/** What changes an annex. `effectOn` may stand before `knownOn`: an amendment signed in May may act from March. */
export type AnnexAmendment = { readonly knownOn: CalendarDate } & (
  | { readonly kind: 'posts'; readonly effectOn: CalendarDate; readonly posts: CentiPosts }
  | { readonly kind: 'end'; readonly last: CalendarDate }
)

/**
 * A financial annex as it was signed, and what amended it since. `knownOn` is the day it was signed, often after its first day:
 * until then its months are *sans annexe*.
 */
export interface FinancialAnnex {
  readonly kind: SiaeKind
  readonly measure: AnnexMeasure
  /** Code of the département of the agreement; `976` has its own amounts. */
  readonly departement: string
  readonly period: Period
  readonly posts: CentiPosts
  readonly knownOn: CalendarDate
  readonly amendments: readonly AnnexAmendment[]
  /** Hours of one full-time equivalent, when the annex gives them: they stand before the general figure. */
  readonly hoursOfOneFte?: CentiHours
  /** What the Département pays of the amount of the annex (« montant cofinancé » of « montant total »). */
  readonly cofinancing?: { readonly departement: Cents; readonly total: Cents }
}
