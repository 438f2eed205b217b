import type { PlacementClient } from '@maillage/rules/employment'
import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { DropReason, EndReason, RequestState } from './model.ts'

type AssignmentsTables = {
  host_client: {
    id: string
    organisation_id: string
    category: PlacementClient
    name: string
    name_key: string
    commune_id: string
    siret: string | null
    safety: string | null
    last_day: string | null
    recorded_at: string
    recorded_by: string
    forgotten_at: Generated<string | null>
    version: Generated<number>
  }
  host_client_contact: {
    client_id: string
    organisation_id: string
    person_to_ask: string | null
    phone: string | null
    email: string | null
    address: string | null
    recorded_at: string
    recorded_by: string
  }
  staffing_request: {
    id: string
    organisation_id: string
    siae_id: string
    client_id: string
    work: string
    commune_id: string
    first_day: string
    last_day: string | null
    weekly_hours: number | null
    weekdays: number[]
    schedule: string | null
    people: number
    needs_licence: boolean
    needs_vehicle: boolean
    state: RequestState
    drop_reason: DropReason | null
    recorded_at: string
    recorded_by: string
    version: Generated<number>
  }
  availability: {
    id: string
    person_id: string
    organisation_id: string
    weekly_hours: number | null
    weekdays: number[]
    schedule: string | null
    licence: boolean | null
    vehicle: boolean | null
    recorded_at: string
    recorded_by: string
  }
  placement_waiver: {
    id: string
    organisation_id: string
    siae_id: string
    first_day: string
    last_day: string
    reference: string
    recorded_at: string
    recorded_by: string
  }
  assignment: {
    id: string
    stay_id: string
    person_id: string
    organisation_id: string
    siae_id: string
    client_id: string
    request_id: string | null
    work: string
    commune_id: string
    first_day: string
    last_day: string | null
    agreed_last_day: string | null
    weekly_hours: number | null
    weekdays: number[]
    schedule: string | null
    agreement_signed_on: string | null
    contract_given_on: string | null
    end_reason: EndReason | null
    cancelled_at: Generated<string | null>
    cancelled_by: Generated<string | null>
    recorded_at: string
    recorded_by: string
    version: Generated<number>
  }
  time_statement: {
    id: string
    assignment_id: string
    person_id: string
    organisation_id: string
    first_day: string
    last_day: string
    day_hours: number[]
    signed_on: string | null
    validated_at: Generated<string | null>
    validated_by: Generated<string | null>
    cancelled_at: Generated<string | null>
    recorded_at: string
    recorded_by: string
    version: Generated<number>
  }
}

/** The transaction, knowing the tables of this slice. */
export const assignmentsOf = (tx: Tx) => tx.withTables<AssignmentsTables>()
