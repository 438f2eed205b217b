import type { Source } from '@maillage/kernel'
import { CRITERIA } from '@maillage/rules/eligibility'
import type { Audience, Counted, Interval, WhyHidden } from '@maillage/rules/statistics'

export const INDICATORS = [
  'structures',
  'people',
  'residents',
  'profiles',
  'agreed-fte',
  'realised-fte',
  'exits',
  'dynamic-rate',
  'entry-time',
  'supervision',
  'applications',
  'answer-time',
] as const
export type IndicatorCode = (typeof INDICATORS)[number]

/** What a figure means, for whoever reads it: nothing about it is known elsewhere than here. */
export interface IndicatorCard {
  readonly code: IndicatorCode
  /** Raised when the definition changes: figures of two versions are never added nor compared. */
  readonly version: number
  readonly title: string
  readonly unit: string
  readonly definition: string
  readonly numerator: string
  /** Null: a plain count. */
  readonly denominator: string | null
  readonly population: string
  /** Where the facts come from, in words, with the table. */
  readonly facts: readonly string[]
  readonly source: Source
  readonly author: string
  readonly limits: readonly string[]
  readonly counted: Counted
}

/** A value, or why there is none: never a zero in its place. */
export type FigureState = 'shown' | 'too-few' | 'too-early' | 'not-declared' | 'not-applicable'

/** Why something was left out of a figure. */
export type ExclusionReason =
  | 'month-not-declared'
  | 'month-not-over'
  | 'month-without-annex'
  | 'withdrawn-by-its-reason'
  | 'presence-too-short'
  | 'hours-too-few'
  | 'internal-move'
  | 'length-of-contract-found'
  | 'hours'
  | 'still-waiting'
  | 'not-due'
  | 'withdrawn'
  | 'no-diagnosis'
  | 'no-staff'

/** One figure as it may be read by one audience. */
export interface Figure {
  readonly indicator: IndicatorCode
  readonly version: number
  readonly audience: Audience
  readonly siaeId: string | null
  /** `all`, or one kind of structure. */
  readonly kind: string
  readonly year: number
  /** `2026-03-01`; null: the year. */
  readonly month: string | null
  readonly dimension: string
  readonly state: FigureState
  readonly hiddenBy: WhyHidden | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly low: number | null
  readonly high: number | null
  readonly structures: number | null
  readonly excluded: Readonly<Partial<Record<ExclusionReason, number>>>
  readonly rounded: boolean
}

/** A figure with what it takes to be read: its card, its parts, its uncertainty, what it leaves out, and the list behind it when the reader may see rows. */
export interface Measured {
  readonly card: IndicatorCard
  readonly state: FigureState
  readonly hiddenBy: WhyHidden | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** Of a rate, between 0 and 1; of a median, in days with `high` perhaps beyond what was seen. */
  readonly interval: Interval | { readonly low: number; readonly high: number | null } | null
  readonly structures: number | null
  readonly excluded: Figure['excluded']
  readonly rounded: boolean
  readonly listHref: string | null
}

/** Full-time equivalents are kept in millionths: the exact quotient of each month, rounded once. */
export const MILLION = 1_000_000

export const AGE_BANDS = ['under-26', '26-49', '50-plus'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** Criteria whose share is counted. Detention is not, nor what would point at a few: ASE, FLE and the others wait for a reason to be read. */
export const COUNTED_CRITERIA = ['RSA', 'ASS', 'AAH', 'TH', 'DELD', 'DETLD', 'QPV', 'ZRR', 'CAP_BEP'] as const

/** Those of them that go when a person is forgotten. */
export const HEALTH_CRITERIA = COUNTED_CRITERIA.filter((code) => CRITERIA[code].sensitivity === 'health')
