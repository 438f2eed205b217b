import type { Sensitivity } from '@maillage/kernel'
import type { Closure, ProlongationReason, SuspensionReason } from '@maillage/rules/pass-iae'
import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { IssuerMode, RequestState } from './model.ts'

interface OfPass {
  pass_id: string
  person_id: string
}
interface Recorded {
  recorded_at: string
  recorded_by: string
}

export type PassTables = {
  pass: {
    id: string
    person_id: string
    number: string | null
    issuer_mode: IssuerMode
    origin: 'hire' | 'certificate' | 'legacy'
    first_day: string
    cancelled_at: Generated<string | null>
    diagnosis_id: string | null
    external_first_day: Generated<string | null>
    external_last_day: Generated<string | null>
    confronted_on: Generated<string | null>
  } & Recorded
  pass_move: { id: string; first_day: string; decided_on: string } & OfPass & Recorded
  suspension: { id: string; siae_id: string | null } & OfPass & Recorded
  suspension_version: {
    suspension_id: string
    version: number
    first_day: string
    last_day: string | null
    cancelled: Generated<boolean>
    cause: 'declared' | 'corrected' | 'hire' | 'return' | 'cancelled'
    superseded_at: Generated<string | null>
  } & OfPass &
    Recorded
  prolongation: { id: string; first_day: string; last_day: string | null; request_id: string | null } & OfPass & Recorded
  prolongation_request: {
    id: string
    siae_id: string
    asking_unit_id: string
    deciding_unit_id: string | null
    first_day: string
    last_day: string | null
    state: RequestState
    asked_on: string
    decided_on: Generated<string | null>
    grounds: Generated<string | null>
    siae_notified_on: Generated<string | null>
    person_notified_on: Generated<string | null>
  } & OfPass &
    Recorded
  pass_closure: { id: string; last_day: string; reason: Closure['reason']; notified_on: string | null } & OfPass & Recorded
  pass_reason: {
    act_id: string
    act: 'suspension' | 'prolongation' | 'request'
    reason: SuspensionReason | ProlongationReason
    explanation: string | null
    facts: string
    sensitivity: Sensitivity
  } & OfPass
  pass_last_day: { version: number; first_day: string; last_day: string; superseded_at: Generated<string | null> } & OfPass & Recorded
}

/** The transaction, knowing the tables of this slice. */
export const passesOf = (tx: Tx) => tx.withTables<PassTables>()
