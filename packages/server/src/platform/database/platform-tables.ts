import type { Generated, GeneratedAlways } from 'kysely'

type Instant = string
type Day = string

/** The tables of the platform itself; each slice declares its own beside its store. */
export interface PlatformTables {
  audit: {
    id: string
    recorded_at: Instant
    account_id: string | null
    acting_for: string | null
    role: string
    screen: string
    command: string
    outcome: 'done' | 'refused' | 'failed'
    refusals: string[]
    subjects: string
    fields: string[]
    request_id: string
  }
  event: {
    id: string
    type: string
    version: number
    subject_id: string
    ids: string
    organisation_id: string | null
    territory_id: string | null
    occurred_on: Day
    recorded_at: Instant
    position: GeneratedAlways<number>
    transaction_id: Generated<string>
    dispatched_at: Generated<Instant | null>
  }
  delivery: {
    event_id: string
    handler: string
    attempts: Generated<number>
    delivered_at: Instant | null
    last_failure: string | null
    next_attempt_at: Instant | null
  }
  request_outcome: {
    account_id: string
    request_id: string
    command: string
    status: 'done' | 'refused'
    refusals: string
    location: string | null
    recorded_at: Instant
  }
  anomaly: {
    id: string
    rule: string
    source: string
    subject_table: string
    subject_id: string
    organisation_id: string | null
    facts: string
    solver: string
    since: Day
    recorded_at: Instant
    resolved_at: Instant | null
    resolution: string | null
  }
  calculation: {
    id: string
    rule: string
    rule_version: number
    law_version: string
    at_day: Day
    known_on: Day | null
    inputs: string
    value: string
    steps: string
    organisation_id: string | null
    recorded_at: Instant
    recorded_by: string | null
  }
  law_parameter: {
    id: string
    key: string
    territory_id: string | null
    organisation_id: string | null
    first_day: Day
    last_day: Day | null
    stored: unknown
    author: string
    legal_basis: string
    published: Day
    recorded_at: Instant
    recorded_by: string | null
  }
  mail: {
    id: string
    recipient: string
    subject: string
    body: string
    queued_at: Instant
    sent_at: Generated<Instant | null>
    attempts: Generated<number>
    last_failure: Generated<string | null>
    person_id: Generated<string | null>
    withdrawn_at: Generated<Instant | null>
  }
}
