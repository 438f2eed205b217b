import type { Audience, WhyHidden } from '@maillage/rules/statistics'
import type { Tx } from '../../platform/database/database.ts'
import type { AgeBand, ExclusionReason, FigureState, IndicatorCode } from './model.ts'

export type IndicatorTables = {
  person_month: {
    stay_id: string
    person_id: string
    organisation_id: string
    siae_id: string
    /** First day of the month. */
    month: string
    sex: 'F' | 'M' | null
    age_band: AgeBand | null
    criteria: string[] | null
    /** A commune. */
    home_id: string | null
    forgotten: boolean
  }
  dirty_month: { siae_id: string; month: string; marked_at: string }
  dirty_year: { territory_id: string; year: number; marked_at: string }
  cell: {
    id: string
    indicator: IndicatorCode
    version: number
    siae_id: string
    organisation_id: string
    territory_id: string
    month: string
    dimension: string
    state: 'known' | 'not-declared' | 'too-early' | 'not-applicable'
    numerator: number | null
    denominator: number | null
    people: number
    least_people: number
    law_version: string
    recorded_at: string
    superseded_at: string | null
  }
  rollup: {
    id: string
    indicator: IndicatorCode
    version: number
    audience: Audience
    territory_id: string
    siae_id: string | null
    organisation_id: string | null
    kind: string
    year: number
    month: string | null
    dimension: string
    state: FigureState
    hidden_by: WhyHidden | null
    numerator: number | null
    denominator: number | null
    low: number | null
    high: number | null
    structures: number | null
    excluded: Partial<Record<ExclusionReason, number>>
    rounded: boolean
    built_at: string
  }
}

/** The transaction, knowing the tables of this slice. */
export const indicatorsOf = (tx: Tx) => tx.withTables<IndicatorTables>()
