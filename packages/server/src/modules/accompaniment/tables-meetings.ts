import type { ColumnType } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Participant } from './model-meetings.ts'

type MeetingTables = {
  tripartite_meeting: {
    act_id: string
    person_id: string
    organisation_id: string
    participants: ColumnType<readonly Participant[], string, never>
    agreed: string | null
    recorded_at: string
    recorded_by: string
  }
}

/** The transaction, knowing the tripartite meetings. */
export const meetingsIn = (tx: Tx) => tx.withTables<MeetingTables>()
