import { type CalendarDate, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ReferentRole } from '../model.ts'

/** Somebody whom a member follows as referent on a day. */
export interface FollowedFile {
  readonly referentId: string
  readonly personId: string
  readonly unitId: string
  readonly role: ReferentRole
  readonly lastDay: string | null
  /** Whether the other member works in the team by which they are followed. */
  readonly reachable: boolean
  /** Whether the other member follows them already, in these days. */
  readonly already: boolean
}

/** Whom a member follows as referent from a day, those who died left out, and whether another member can take over; row security keeps to the reader's people. One statement. */
export async function filesFollowedBy(
  { tx }: Pick<ReadCtx, 'tx'>,
  {
    fromId,
    toId,
    first,
    last,
  }: { readonly fromId: string; readonly toId: string; readonly first: CalendarDate; readonly last: CalendarDate | null },
): Promise<readonly FollowedFile[]> {
  const [from, until] = [isoDate(first), last === null ? '2999-12-31' : isoDate(last)]
  const { rows } = await sql<FollowedFile>`
    select followed.id as "referentId", followed.person_id as "personId", followed.unit_id as "unitId", followed.role, followed.last_day::text as "lastDay",
      exists (
        select from membership_unit as place
        where place.membership_id = ${toId} and place.unit_id = followed.unit_id and place.first_day <= ${from}
          and coalesce(place.last_day, '2999-12-31') >= ${from}) as reachable,
      exists (
        select from referent as other
        where other.person_id = followed.person_id and other.membership_id = ${toId} and other.role = followed.role
          and other.first_day <= ${until} and coalesce(other.last_day, '2999-12-31') >= ${from}) as already
    from referent as followed
    join person on person.id = followed.person_id and person.death_date is null and person.state <> 'merged'
    where followed.membership_id = ${fromId} and not followed.deputy and followed.first_day <= ${until}
      and coalesce(followed.last_day, '2999-12-31') >= ${from}
    order by followed.person_id, followed.id`.execute(tx)
  return rows
}
