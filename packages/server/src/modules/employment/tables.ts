import type { SiaeKind } from '@maillage/kernel'
import type { SheetState, SheetTransitionName } from '@maillage/rules/employment'
import type { Tx } from '../../platform/database/database.ts'
import type { StaffRole } from './messages.fr.ts'
import type { ContractType } from './model.ts'
import type { HoursMeasure } from './model-months.ts'
import type { NirMissing } from './model-nir.ts'

export interface NirRow {
  id: string
  person_id: string
  organisation_id: string
  /** Sealed for `nirPurpose`. */
  number: string | null
  mark: string | null
  missing: NirMissing | null
  recorded_at: string
  recorded_by: string
}

export type EmploymentTables = {
  siae_stay: {
    id: string
    person_id: string
    organisation_id: string
    siae_id: string
    unit_id: string
    kind: SiaeKind
    entry_day: string
    exit_day: string | null
    cancelled_at: string | null
    recorded_at: string
    recorded_by: string
  }
  contract: {
    id: string
    stay_id: string
    person_id: string
    organisation_id: string
    renews: string | null
    recorded_at: string
    recorded_by: string
  }
  contract_version: {
    contract_id: string
    person_id: string
    organisation_id: string
    version: number
    type: ContractType
    first_day: string
    last_day: string | null
    weekly_hours: number | null
    signed_on: string | null
    effect_on: string | null
    worksite_id: string | null
    post: string | null
    market: string | null
    lot: string | null
    clause_kind: string | null
    cancelled: boolean
    recorded_at: string
    recorded_by: string
    superseded_at: string | null
    reason: string | null
  }
  nir: NirRow
  staff_post: {
    id: string
    organisation_id: string
    siae_id: string
    role: StaffRole
    label: string
    /** Hundredths of a full-time equivalent. */
    fte: number
    first_day: string
    last_day: string | null
    recorded_at: string
    recorded_by: string
    version: number
  }
  month_sheet: {
    id: string
    organisation_id: string
    siae_id: string
    territory_id: string
    /** First day of the month. */
    month: string
    state: SheetState
    validations: number
    recorded_at: string
    recorded_by: string
    version: number
  }
  month_sheet_act: {
    id: string
    sheet_id: string
    organisation_id: string
    transition: SheetTransitionName
    by: 'structure' | 'clock' | 'payment-agency' | 'authority'
    reason: string | null
    recorded_at: string
    recorded_by: string | null
  }
  hours: {
    id: string
    stay_id: string
    person_id: string
    organisation_id: string
    siae_id: string
    month: string
    worksite_id: string | null
    measure: HoursMeasure
    recorded_at: string
    recorded_by: string
  }
  hours_version: {
    hours_id: string
    person_id: string
    organisation_id: string
    version: number
    paid: number | null
    worked: number | null
    accompaniment: number | null
    clause: number | null
    market: string | null
    lot: string | null
    clause_kind: string | null
    cancelled: boolean
    recorded_at: string
    recorded_by: string
    superseded_at: string | null
    reason: string | null
  }
  month_total: {
    id: string
    sheet_id: string
    validation: number
    organisation_id: string
    siae_id: string
    territory_id: string
    worksite_id: string | null
    worksite_territory_id: string
    month: string
    measure: HoursMeasure
    percent: number
    people: number
    counted: number
    paid: number
    worked: number
    held_back: number
    recorded_at: string
    recorded_by: string
    superseded_at: string | null
    withdrawn_at: string | null
  }
}

/** The transaction, knowing the tables of this slice. */
export const employmentOf = (tx: Tx) => tx.withTables<EmploymentTables>()
