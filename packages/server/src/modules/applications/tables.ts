import type { Sensitivity } from '@maillage/kernel'
import type { ApplicationRefusalReason, ApplicationState } from '@maillage/rules/applications'
import type { Tx } from '../../platform/database/database.ts'
import type { SenderKind } from './model.ts'

export type ApplicationTables = {
  application: {
    id: string
    person_id: string
    receiver_siae_id: string
    receiver_organisation_id: string
    sender_kind: SenderKind
    state: ApplicationState
    message: string
    wanted_post: string | null
    sent_on: string
    promised_on: string
    last_moved_on: string
    processed_at: string | null
    refusal_reason: ApplicationRefusalReason | null
    answer: string | null
    archived_on: string | null
    recorded_at: string
    recorded_by: string
    version: number
  }
  application_party: { application_id: string; unit_id: string; side: 'sender' | 'receiver' }
  application_sender: {
    application_id: string
    organisation_id: string
    unit_id: string
    account_id: string
    display_name: string
    sensitivity: Sensitivity
  }
  application_transition: {
    id: string
    application_id: string
    transition: string
    from_state: ApplicationState
    to_state: ApplicationState
    actor: 'sender' | 'receiver' | 'clock' | 'support'
    reason: ApplicationRefusalReason | null
    answer: string | null
    happened_on: string
    recorded_at: string
    recorded_by: string | null
  }
}

/** The transaction, knowing the tables of this slice. */
export const applicationsOf = (tx: Tx) => tx.withTables<ApplicationTables>()
