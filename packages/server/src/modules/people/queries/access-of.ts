import { type CalendarDate, day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Circle, ReadingGround, Source } from '../model.ts'

/** A right on a file. Of another organisation: never who, nor why. */
export interface AccessLine {
  readonly key: string
  readonly mine: boolean
  /** Whether a structure holds it, when another organisation does. */
  readonly structure: boolean
  readonly unitName: string | null
  readonly accountName: string | null
  /** Who follows the person, when the right comes from that: to end it. */
  readonly referentId: string | null
  readonly circle: Circle
  readonly source: Source | null
  /** Why a director reads for a day, when it is that. */
  readonly ground: ReadingGround | null
  /** In words, for whoever wrote them and for the referents */
  readonly reason: string | null
  readonly first: CalendarDate
  /** Null when no end is planned */
  readonly last: CalendarDate | null
}

interface Row {
  unit_name: string | null
  account_name: string | null
  referent_id: string | null
  mine: boolean
  structure: boolean
  circle: Circle
  source: Source | null
  ground: ReadingGround | null
  reason: string | null
  starts_on: string
  ends_on: string
}

const NO_END = '2999-12-31'

/** Who may read a file, from when to when, by which circle and why: for whoever holds it; one statement. */
export async function accessOf({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<readonly AccessLine[]> {
  const { rows } = await sql<Row>`
    select access.unit_name, access.mine, access.structure, access.circle, access.source, access.ground, access.reason, access.starts_on, access.ends_on,
      (select max(membership.display_name) from membership where membership.account_id = access.account_id) as account_name,
      (select referent.id from referent join membership on membership.id = referent.membership_id
        where referent.person_id = ${personId} and access.source in ('referent', 'deputy') and membership.account_id = access.account_id
          and referent.first_day = access.starts_on and referent.unit_id = access.unit_id limit 1) as referent_id
    from access_of(${personId}) as access
    order by access.mine desc, access.ends_on desc, access.starts_on, access.unit_name, access.circle`.execute(tx)
  return rows.map(({ unit_name, account_name, referent_id, starts_on, ends_on, ...row }, index) => ({
    ...row,
    key: String(index),
    unitName: unit_name,
    accountName: account_name,
    referentId: referent_id,
    first: day(starts_on),
    last: ends_on === NO_END ? null : day(ends_on),
  }))
}
