import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Circle, ReferentRole, Source } from '../../people/index.ts'

/** A right on the file of the person, as they read it: who, why, until when. */
export interface OwnAccess {
  readonly key: string
  readonly organisationId: string
  readonly organisationName: string
  /** Who follows them there, when the right is somebody's by name */
  readonly follower: string | null
  readonly role: ReferentRole | null
  readonly circle: Circle
  readonly source: Source
  readonly reason: string | null
  readonly first: CalendarDate
  /** Null when no end is planned */
  readonly last: CalendarDate | null
}

type Row = Omit<OwnAccess, 'key' | 'first' | 'last' | 'organisationId' | 'organisationName'> & {
  organisation_id: string
  organisation_name: string
  starts_on: string
  ends_on: string
}

const NO_END = '2999-12-31'

/** Who may read the file of the person whose space is open, today and before; those of today first, one statement. */
export async function ownAccess({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>): Promise<readonly OwnAccess[]> {
  const { rows } = await sql<Row>`
    select distinct organisation_id, organisation_name, follower, role, circle, source, reason, starts_on, ends_on from own_access()
    order by ends_on desc, starts_on desc, organisation_name, circle`.execute(tx)
  const lines = rows.map(({ organisation_id, organisation_name, starts_on, ends_on, ...row }, index) => ({
    ...row,
    key: String(index),
    organisationId: organisation_id,
    organisationName: organisation_name,
    first: day(starts_on),
    last: ends_on === NO_END ? null : day(ends_on),
  }))
  return lines.toSorted((a, b) => Number(isOver(a, today)) - Number(isOver(b, today)))
}

export const isOver = ({ last }: Pick<OwnAccess, 'last'>, today: CalendarDate): boolean => last !== null && last < today

/** Who looked on a day: so many people of an organisation, by one right. */
export interface OwnReading {
  readonly organisationName: string
  readonly on: CalendarDate
  readonly circle: Circle
  readonly source: Source
  readonly readers: number
}

/** Who looked at that file since a day, the latest first; one statement. */
export async function ownReadings({ tx }: Pick<ReadCtx, 'tx'>, since: CalendarDate): Promise<readonly OwnReading[]> {
  const { rows } = await sql<{ organisation_name: string; on_day: string; circle: Circle; source: Source; readers: number }>`
    select organisation_name, on_day, circle, source, readers::integer from own_readings(${isoDate(since)})
    order by on_day desc, organisation_name, circle`.execute(tx)
  return rows.map(({ organisation_name, on_day, ...row }) => ({ ...row, organisationName: organisation_name, on: day(on_day) }))
}
