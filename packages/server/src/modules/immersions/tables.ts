import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { HostKind, ImmersionObject, Outcome, Prescriber } from './model.ts'

export type ImmersionTables = {
  immersion: {
    id: string
    person_id: string
    stay_id: string
    organisation_id: string
    host_name: string | null
    host_kind: HostKind
    host_siret: string | null
    host_place: string | null
    tutor: string | null
    object: ImmersionObject
    tasks: string | null
    schedule: string | null
    prescribed_by: Prescriber
    first_day: string
    last_day: string
    renews: string | null
    recorded_at: string
    recorded_by: string
    ended_on: Generated<string | null>
    outcome: Generated<Outcome | null>
    hired: Generated<boolean | null>
    learnt: Generated<string | null>
    concluded_at: Generated<string | null>
    concluded_by: Generated<string | null>
    cancelled_at: Generated<string | null>
    cancelled_by: Generated<string | null>
  }
}

/** The transaction, knowing the tables of this slice. */
export const immersionsOf = (tx: Tx) => tx.withTables<ImmersionTables>()
