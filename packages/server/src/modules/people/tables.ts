import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { BirthPrecision, Circle, ContactKind, NameKind, PersonState, ReadingGround, ReferentRole, Sex, Source } from './model.ts'

interface Recorded {
  recorded_at: string
  recorded_by: string
}

export type PeopleTables = {
  person: {
    id: string
    owner_org_id: string
    state: PersonState
    merged_into: Generated<string | null>
    birth_date: string | null
    birth_precision: BirthPrecision
    birth_commune_id: Generated<string | null>
    birth_country: Generated<string | null>
    sex: Sex | null
    death_date: Generated<string | null>
    version: Generated<number>
  } & Recorded
  person_access: {
    id: string
    person_id: string
    unit_id: string
    account_id: string | null
    circle: Circle
    source: Source
    source_id: string | null
    ground: Generated<ReadingGround | null>
    reason: string | null
    starts_on: string
    ends_on: Generated<string>
    granted_at: string
    granted_by: string | null
  }
  person_name: {
    id: string
    person_id: string
    owner_org_id: string
    kind: NameKind
    value: string
    value_key: string
    superseded_at: Generated<string | null>
  } & Recorded
  contact: { id: string; person_id: string; kind: ContactKind } & Recorded
  contact_version: {
    contact_id: string
    person_id: string
    version: number
    value: string
    commune_id: string | null
    safe: boolean
    superseded_at: Generated<string | null>
    reason: Generated<string | null>
  } & Recorded
  legal_representative: {
    id: string
    person_id: string
    name: string
    relation: string
    phone: string | null
    until: string
    superseded_at: Generated<string | null>
  } & Recorded
  referent: {
    id: string
    person_id: string
    organisation_id: string
    unit_id: string
    membership_id: string
    role: ReferentRole
    deputy: Generated<boolean>
    first_day: string
    last_day: string | null
  } & Recorded
  sharing_agreement: {
    id: string
    person_id: string
    subject: 'health' | 'justice' | 'social' | 'attendance'
    organisation_id: string
    given_on: string
    withdrawn_on: string | null
  } & Recorded
  /** Whose file is asked for, and the code, are not for the asker to read. */
  attachment_request: {
    id: string
    person_id: string
    provisional_id: string | null
    unit_id: string
    organisation_id: string
    requested_by: string
    way: 'paper' | 'holder'
    code_hash: string | null
    state: 'waiting' | 'accepted' | 'refused' | 'expired'
    requested_at: string
    answered_at: string | null
    answered_by: string | null
    refusal: 'not-agreed' | 'other-person' | null
  }
  access_log: { person_id: string; account_id: string; organisation_id: string; hour: string; circle: Circle; source: Source }
}

/** The transaction, knowing the tables of this slice. */
export const peopleOf = (tx: Tx) => tx.withTables<PeopleTables>()
