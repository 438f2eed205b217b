import type { Sensitivity } from '@maillage/kernel'
import type { BarrierArea } from '@maillage/rules/accompaniment'
import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { BarrierEvidence, BarrierState, BarrierWeight } from './model-barriers.ts'

interface Recorded {
  recorded_at: string
  recorded_by: string
}

type BarrierTables = {
  barrier: Recorded & { id: string; person_id: string; organisation_id: string; area: BarrierArea; sensitivity: Sensitivity }
  barrier_version: Recorded & {
    barrier_id: string
    version: number
    person_id: string
    organisation_id: string
    sensitivity: Sensitivity
    state: BarrierState
    weight: BarrierWeight
    evidence: BarrierEvidence | null
    since: string | null
    consequence: string | null
    tried: string | null
    superseded_at: Generated<string | null>
  }
  strength: Recorded & {
    id: string
    person_id: string
    organisation_id: string
    words: string | null
    withdrawn_at: Generated<string | null>
  }
}

/** The transaction, knowing the tables of barriers and strengths. */
export const barriersIn = (tx: Tx) => tx.withTables<BarrierTables>()
