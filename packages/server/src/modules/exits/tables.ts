import type { SiaeKind } from '@maillage/kernel'
import type { AnswerSource, PlieIndicator, RecordedExitReason, Situation } from '@maillage/rules/exits'
import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

import type { LinkWay } from './model-follow-up.ts'

/** Hours of a month of the stay as the view gives them: hundredths, null where a line has none. */
export interface MonthRow {
  readonly month: string
  readonly paid: number | null
  readonly worked: number | null
}

export type ExitTables = {
  exit: {
    id: string
    stay_id: string
    person_id: string
    organisation_id: string
    siae_id: string
    recorded_at: string
    recorded_by: string
  }
  exit_version: {
    exit_id: string
    person_id: string
    organisation_id: string
    version: number
    exit_on: string
    found_first: string | null
    found_last: string | null
    reason_version: number
    cancelled: boolean
    recorded_at: string
    recorded_by: string
    superseded_at: string | null
  }
  exit_change: {
    exit_id: string
    version: number
    person_id: string
    organisation_id: string
    reason: string
  }
  exit_reason: {
    exit_id: string
    version: number
    person_id: string
    organisation_id: string
    reason: RecordedExitReason
    sensitivity: string
    recorded_at: string
    recorded_by: string
  }
  agreed_exit_rate: {
    id: string
    organisation_id: string
    siae_id: string
    year: number
    measure: PlieIndicator
    percent: number
    document: string
    recorded_at: string
    recorded_by: string
    superseded_at: string | null
  }
  after_exit_answer: {
    id: string
    exit_id: string
    person_id: string
    organisation_id: string
    horizon: number
    situation: Situation
    same_employer: boolean | null
    business_alive: boolean | null
    source: AnswerSource
    answered_on: string
    recorded_at: string
    recorded_by: string | null
    superseded_at: string | null
  }
  after_exit_link: {
    id: string
    exit_id: string
    person_id: string
    organisation_id: string
    horizon: number
    way: LinkWay
    token_hash: string
    code_hash: string
    last_day: string
    tries: Generated<number>
    used_at: Generated<string | null>
    closed_at: Generated<string | null>
    recorded_at: string
    recorded_by: string
  }
  after_exit_opposition: {
    id: string
    person_id: string
    organisation_id: string
    opposed_on: string
    recorded_at: string
    recorded_by: string | null
  }
  stay_exit: {
    id: string
    stay_id: string
    person_id: string
    organisation_id: string
    siae_id: string
    version: number
    exit_on: string
    found_first: string | null
    found_last: string | null
    reason: RecordedExitReason | null
    kind: SiaeKind
    entry_day: string
    unit_id: string
    months: readonly MonthRow[]
  }
}

/** The transaction, knowing the tables of this slice. */
export const exitTablesOf = (tx: Tx) => tx.withTables<ExitTables>()
