import type { CalendarDate, Cents, OpenPeriod, Period, SiaeKind } from '@maillage/kernel'
import type { AnnexAmendment, CentiPosts, FinancialAnnex } from '@maillage/rules/agreements'

/** How an act came here: typed by the authority, read in a file, or made for a demonstration. */
export type Origin = 'typed' | 'imported' | 'demonstration'

/** The structure that an agreement is about, as its card says it. */
export interface AgreedSiae {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  readonly name: string
  readonly kind: SiaeKind
  /** The département of its agreement, which is where its money comes from. */
  readonly territoryId: string
  readonly departement: string
  readonly open: OpenPeriod
}

/** Why and when an act was taken back: it stays readable, and counts for nothing. */
export interface Cancellation {
  readonly on: CalendarDate
  readonly reason: string
}

export interface RecordedAgreement {
  readonly id: string
  readonly number: string | null
  readonly period: Period
  readonly signedOn: CalendarDate
  readonly origin: Origin
  readonly cancellation: Cancellation | null
  readonly version: number
}

/** An annex that stands, as the rules read it: its amendments that stand are inside, in the order they were recorded. */
export interface StandingAnnex {
  readonly id: string
  readonly siaeId: string
  readonly agreementId: string
  readonly number: string | null
  readonly annex: FinancialAnnex
  /** As written on the annex, when it says it. */
  readonly amount: Cents | null
}

export interface RecordedAmendment {
  readonly id: string
  readonly annexId: string
  readonly number: string | null
  readonly act: AnnexAmendment
  readonly origin: Origin
  readonly recordedOn: CalendarDate
  readonly cancellation: Cancellation | null
}

/** Posts of an annex for one activity, at one place of work when it is said. */
export interface InsertionPost {
  readonly id: string
  readonly activity: string
  readonly worksiteId: string | null
  readonly worksite: string | null
  readonly posts: CentiPosts
}

/** An annex with its whole history, what was taken back included. */
export interface RecordedAnnex extends StandingAnnex {
  readonly origin: Origin
  readonly recordedOn: CalendarDate
  readonly cancellation: Cancellation | null
  readonly version: number
  readonly amendments: readonly RecordedAmendment[]
  readonly breakdown: readonly InsertionPost[]
}

/** An agreement that covers a whole period, among those that stand. */
export const agreementAround = (agreements: readonly RecordedAgreement[], { first, last }: Period): RecordedAgreement | undefined =>
  agreements.find((each) => each.cancellation === null && each.period.first <= first && last <= each.period.last)
