import type { AnnexMeasure } from '@maillage/rules/agreements'
import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Origin } from './model.ts'

interface OfSiae {
  organisation_id: string
  siae_id: string
  territory_id: string
}
interface Recorded {
  recorded_at: string
  recorded_by: string
}
interface Act extends OfSiae, Recorded {
  number: string | null
  origin: Origin
  external_id: Generated<string | null>
  cancelled_at: Generated<string | null>
  cancelled_reason: Generated<string | null>
}

export type AgreementTables = {
  agreement: { id: string; first_day: string; last_day: string; signed_on: string; version: Generated<number> } & Act
  financial_annex: {
    id: string
    agreement_id: string
    measure: AnnexMeasure
    first_day: string
    last_day: string
    ends_on: string
    posts: number
    known_on: string
    hours_of_one_fte: number | null
    amount: number | null
    cofinancing_departement: number | null
    cofinancing_total: number | null
    version: Generated<number>
  } & Act
  annex_amendment: {
    id: string
    annex_id: string
    kind: 'posts' | 'end'
    known_on: string
    effect_on: string | null
    posts: number | null
    last_day: string | null
  } & Act
  insertion_post: {
    id: string
    annex_id: string
    activity: string
    worksite_id: string | null
    posts: number
    cancelled_at: Generated<string | null>
  } & OfSiae &
    Recorded
}

/** The transaction, knowing the tables of this slice. */
export const agreementsOf = (tx: Tx) => tx.withTables<AgreementTables>()
