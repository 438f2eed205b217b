import { type CalendarDate, day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { KeyState } from '../model.ts'

/** A way in given on paper: when, until when, and what became of it. */
export interface SpaceKey {
  readonly id: string
  readonly organisationName: string
  readonly givenOn: CalendarDate
  readonly until: CalendarDate
  readonly state: KeyState
}

const AT_MOST = 20

/** The ways in that the reader's organisation gave to a person; in their own space, all of them. The latest first, one statement. */
export async function keysGiven({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<readonly SpaceKey[]> {
  const { rows } = await sql<{ id: string; name: string; given_on: string; until: string; state: KeyState }>`
    select known.id, organisation.name, (known.recorded_at at time zone 'Europe/Paris')::date as given_on,
      (known.expires_at at time zone 'Europe/Paris')::date as until,
      case when known.revoked_at is not null then 'revoked' when known.expires_at <= now() then 'expired' when known.closed then 'closed'
        when known.used_at is null then 'waiting' else 'opened' end as state
    from space_key as known join organisation on organisation.id = known.organisation_id
    where known.person_id = ${personId}
    order by known.recorded_at desc, known.id desc limit ${AT_MOST}`.execute(tx)
  return rows.map(({ id, name, given_on, until, state }) => ({
    id,
    state,
    organisationName: name,
    givenOn: day(given_on),
    until: day(until),
  }))
}
