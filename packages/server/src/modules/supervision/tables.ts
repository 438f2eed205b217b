import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Half, Said } from './model.ts'
import type { SaidBy } from './model-constraints.ts'
import type { Level, SkillKind } from './model-skills.ts'

type SupervisionTables = {
  attendance: {
    id: string
    stay_id: string
    person_id: string
    organisation_id: string
    worksite_id: string | null
    day: string
    recorded_at: string
    recorded_by: string
  }
  attendance_version: {
    attendance_id: string
    person_id: string
    organisation_id: string
    version: number
    state: Said['state']
    late_minutes: number | null
    half: Half | null
    noted_on: string
    reason: string | null
    recorded_at: string
    recorded_by: string
    superseded_at: Generated<string | null>
  }
  work_constraint: {
    id: string
    person_id: string
    organisation_id: string
    sentence: string
    said_by: SaidBy
    first_day: string
    last_day: string | null
    recorded_at: string
    recorded_by: string
    cancelled_at: Generated<string | null>
    cancelled_by: Generated<string | null>
  }
  skill: {
    id: string
    organisation_id: string
    siae_id: string
    trade: string
    kind: SkillKind
    label: string
    label_key: string
    retired_on: Generated<string | null>
    recorded_at: string
    recorded_by: string
  }
  skill_sighting: {
    id: string
    person_id: string
    organisation_id: string
    skill_id: string
    level: Level
    seen_on: string
    recorded_at: string
    recorded_by: string
    cancelled_at: Generated<string | null>
    cancelled_by: Generated<string | null>
  }
  counsellor_message: {
    id: string
    person_id: string
    organisation_id: string
    words: string
    written_on: string
    recorded_at: string
    recorded_by: string
    read_on: Generated<string | null>
    read_at: Generated<string | null>
    read_by: Generated<string | null>
    answer: Generated<string | null>
    cancelled_at: Generated<string | null>
    cancelled_by: Generated<string | null>
  }
}

/** The transaction, knowing the tables of this slice. */
export const supervisionOf = (tx: Tx) => tx.withTables<SupervisionTables>()
