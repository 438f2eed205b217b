import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { OpposedUse, RequestKind, RequestState, SharedSubject } from './model.ts'

type PrivacyTables = {
  /** The code and the secret are hashes, and not for reading. */
  space_key: {
    id: string
    person_id: string
    organisation_id: string
    time_zone: string
    code_hash: string
    secret_hash: Generated<string | null>
    tries: Generated<number>
    expires_at: string
    used_at: Generated<string | null>
    revoked_at: Generated<string | null>
    recorded_at: string
    recorded_by: string
  }
  opposition: {
    id: string
    person_id: string
    opposed_use: OpposedUse
    opposed_on: string
    withdrawn_on: Generated<string | null>
    recorded_at: string
    recorded_by: string
  }
  access_request: {
    id: string
    person_id: string
    organisation_id: string
    kind: RequestKind
    way: 'space' | 'letter'
    said: string | null
    received_on: string
    due_on: string
    state: Generated<RequestState>
    answer: Generated<string | null>
    answered_on: Generated<string | null>
    answered_by: Generated<string | null>
    recorded_at: string
    recorded_by: string
  }
  /** Of the slice of people: what the person writes of it themselves. */
  sharing_agreement: {
    id: string
    person_id: string
    subject: SharedSubject
    organisation_id: string
    given_on: string
    withdrawn_on: Generated<string | null>
    recorded_at: string
    recorded_by: string
  }
  space_session: { token_hash: string; key_id: string; created_at: string; expires_at: string }
}

/** The transaction, knowing the tables of this slice. */
export const privacyOf = (tx: Tx) => tx.withTables<PrivacyTables>()
