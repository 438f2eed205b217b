import type { Month, OpenPeriod, SiaeKind } from '@maillage/kernel'
import type { IndicatorCode } from '../model.ts'

/** One figure of one structure in one month, before it is written. */
export interface CellValue {
  readonly indicator: IndicatorCode
  readonly month: Month
  readonly dimension: string
  readonly state: 'known' | 'not-declared' | 'too-early' | 'not-applicable'
  readonly numerator: number | null
  readonly denominator: number | null
  /** How many people are behind it. */
  readonly people: number
}

/** The structure whose months are computed, and what may be known on that day. */
export interface CountedSiae {
  readonly id: string
  readonly organisationId: string
  readonly territoryId: string
  readonly kind: SiaeKind
  readonly open: OpenPeriod
}
