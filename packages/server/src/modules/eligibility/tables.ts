import type { Sensitivity } from '@maillage/kernel'
import type { CriterionCode, PrescriberKind } from '@maillage/rules/eligibility'
import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export type EligibilityTables = {
  diagnosis: {
    id: string
    person_id: string
    role: 'prescriber' | 'siae'
    siae_id: string | null
    made_on: string
    expires_on: string
    replaced_on: Generated<string | null>
    verdict: 'granted' | 'refused' | 'undetermined'
    carried_by: 'prescriber' | 'level-1' | 'level-2' | null
    level_1_count: number
    level_2_count: number
    law_version: string
    recorded_at: string
    recorded_by: string
  }
  diagnosis_author: {
    diagnosis_id: string
    person_id: string
    organisation_id: string
    unit_id: string
    account_id: string | null
    prescriber_kind: PrescriberKind | null
    sensitivity: Sensitivity
  }
  criterion: {
    id: string
    diagnosis_id: string
    person_id: string
    code: CriterionCode
    level: number | null
    sensitivity: Sensitivity
    evidence_kind: string | null
    evidence_first: string | null
    evidence_last: string | null
    registration: string | null
    finding: 'established' | 'failed' | 'undetermined'
  }
  diagnosis_reason: {
    diagnosis_id: string
    person_id: string
    rank: number
    kind: 'step' | 'refusal' | 'missing'
    content: string
    sensitivity: Sensitivity
  }
}

/** The transaction, knowing the tables of this slice. */
export const eligibilityOf = (tx: Tx) => tx.withTables<EligibilityTables>()
