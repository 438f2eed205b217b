import { type CentiHours, centiHours, daysOf, isoDate, type Month } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { displayName } from '../../people/index.ts'
import type { HoursFigures } from '../model-months.ts'
import { readsOwnTeamOnly } from '../policy.ts'

/** A change in the hours of somebody: what they were, what they became, who did it and why. */
export interface HoursChange {
  readonly name: string
  readonly worksiteId: string | null
  readonly before: HoursFigures | null
  /** Null: taken away. */
  readonly after: HoursFigures | null
  readonly at: Temporal.Instant
  readonly by: string | null
  readonly reason: string | null
}

/** The totals of one validation, kept when another one replaced it. */
export interface KnownTotal {
  readonly validation: number
  readonly counted: CentiHours
  readonly heldBack: CentiHours
  readonly at: Temporal.Instant
  readonly until: Temporal.Instant | null
  readonly withdrawn: boolean
}

type Stored = Readonly<Record<keyof HoursFigures, number | null>> & { readonly cancelled: boolean }

interface Row {
  birth_name: string | null
  usage_name: string | null
  given_names: string | null
  worksite_id: string | null
  before: Stored | null
  after: Stored
  at: string
  by: string | null
  reason: string | null
}

const figure = (stored: number | null) => (stored === null ? null : centiHours(stored))
const figuresOf = (stored: Stored | null): HoursFigures | null =>
  stored === null || stored.cancelled
    ? null
    : {
        paid: figure(stored.paid),
        worked: figure(stored.worked),
        accompaniment: figure(stored.accompaniment),
        clause: figure(stored.clause),
      }

/** Every change of hours of a month after they were first typed, the latest first: those of the people whom the reader follows. One statement. */
export async function hoursHistory(
  { tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>,
  siaeId: string,
  month: Month,
): Promise<readonly HoursChange[]> {
  const units = actor?.hat?.units ?? []
  const { rows } = await sql<Row>`
    select named.birth_name, named.usage_name, named.given_names, hours.worksite_id,
      jsonb_build_object('paid', past.paid, 'worked', past.worked, 'accompaniment', past.accompaniment, 'clause', past.clause, 'cancelled', past.cancelled) as before,
      jsonb_build_object('paid', next.paid, 'worked', next.worked, 'accompaniment', next.accompaniment, 'clause', next.clause, 'cancelled', next.cancelled) as after,
      to_char(next.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, next.reason, (
        select member.display_name from membership as member
        where member.account_id = next.recorded_by and member.organisation_id = next.organisation_id order by member.first_day desc limit 1) as by
    from hours
    join siae_stay as stay on stay.id = hours.stay_id
    join hours_version as next on next.hours_id = hours.id and next.version > 1
    join hours_version as past on past.hours_id = hours.id and past.version = next.version - 1
    left join lateral (
      select max(value) filter (where kind = 'birth') as birth_name, max(value) filter (where kind = 'usage') as usage_name,
        max(value) filter (where kind = 'given') as given_names
      from person_name as name where name.person_id = hours.person_id and name.superseded_at is null and kind <> 'former') as named on true
    where hours.siae_id = ${siaeId} and hours.month = ${isoDate(daysOf(month).first)}
      and ${actor && readsOwnTeamOnly(actor) ? sql`stay.unit_id = any (${units}::uuid[])` : sql`true`}
    order by next.recorded_at desc, named.birth_name`.execute(tx)
  return rows.map((row) => ({
    name: displayName({ birthName: row.birth_name ?? '', usageName: row.usage_name, givenNames: row.given_names ?? '' }),
    worksiteId: row.worksite_id,
    before: figuresOf(row.before),
    after: figuresOf(row.after),
    at: Temporal.Instant.from(row.at),
    by: row.by,
    reason: row.reason,
  }))
}

/** What was known at each validation of a month, the latest first; one statement. */
export async function knownTotals({ tx }: Pick<ReadCtx, 'tx'>, siaeId: string, month: Month): Promise<readonly KnownTotal[]> {
  const { rows } = await sql<{
    validation: number
    counted: number
    held_back: number
    at: string
    until: string | null
    withdrawn: boolean
  }>`
    select validation, sum(counted)::bigint as counted, sum(held_back)::bigint as held_back,
      to_char(min(recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      to_char(max(coalesce(withdrawn_at, superseded_at)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as until, bool_or(withdrawn_at is not null) as withdrawn
    from month_total where siae_id = ${siaeId} and month = ${isoDate(daysOf(month).first)}
    group by validation order by validation desc`.execute(tx)
  return rows.map((row) => ({
    validation: row.validation,
    counted: centiHours(row.counted),
    heldBack: centiHours(row.held_back),
    at: Temporal.Instant.from(row.at),
    until: row.until === null ? null : Temporal.Instant.from(row.until),
    withdrawn: row.withdrawn,
  }))
}
