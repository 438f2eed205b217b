import { type CalendarDate, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Place } from '../model.ts'
import { ofOwnTeam } from './own-team.ts'

/** A place of my organisation that is open on a day, with how many people I meet there work there. */
export interface OpenPlace extends Place {
  readonly siaeName: string
  /** Null for the people whose contract names no place. */
  readonly worksiteName: string | null
  readonly people: number
}

/**
 * The place that a contract names, or the only one that its structure has open that day: there is no other to be at. For a statement that says
 * `stay` and `known`.
 */
export const placeOfContract = (on: CalendarDate) => sql`coalesce(known.worksite_id, (
  select case when count(*) = 1 then min(alone.id::text)::uuid end from worksite as alone
  where alone.siae_id = stay.siae_id and alone.first_day <= ${isoDate(on)} and (alone.last_day is null or alone.last_day >= ${isoDate(on)})))`

/** The places of my organisation on a day, those where most of the people I meet work first: a supervisor's own site comes before the others. One statement. */
export async function placesOfDay({ tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>, on: CalendarDate): Promise<readonly OpenPlace[]> {
  const iso = isoDate(on)
  const { rows } = await sql<OpenPlace>`
    with team as (
      select stay.siae_id, ${placeOfContract(on)} as worksite_id, count(distinct stay.id)::integer as people
      from siae_stay as stay
      join contract on contract.stay_id = stay.id
      join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
      where stay.organisation_id = ${actor?.hat?.organisationId ?? null} and stay.cancelled_at is null and ${ofOwnTeam(actor)}
        and stay.entry_day <= ${iso} and (stay.exit_day is null or stay.exit_day >= ${iso})
        and known.first_day <= ${iso} and (known.last_day is null or known.last_day >= ${iso})
      group by 1, 2
    ),
    open as (
      select siae.id as siae_id, worksite.id as worksite_id
      from siae left join worksite on worksite.siae_id = siae.id and worksite.first_day <= ${iso} and (worksite.last_day is null or worksite.last_day >= ${iso})
      where siae.organisation_id = ${actor?.hat?.organisationId ?? null} and siae.first_day <= ${iso} and (siae.last_day is null or siae.last_day >= ${iso})
      union select siae_id, worksite_id from team
    )
    select open.siae_id as "siaeId", open.worksite_id as "worksiteId", siae.name as "siaeName", worksite.name as "worksiteName",
      coalesce(team.people, 0) as people
    from open
    join siae on siae.id = open.siae_id
    left join worksite on worksite.id = open.worksite_id
    left join team on team.siae_id = open.siae_id and team.worksite_id is not distinct from open.worksite_id
    order by people desc, siae.name_key, worksite.name_key nulls last`.execute(tx)
  return rows
}
