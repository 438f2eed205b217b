import { type CalendarDate, day } from '@maillage/kernel'
import type { ProlongationReason } from '@maillage/rules/pass-iae'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { displayName } from '../../people/index.ts'
import type { RequestState } from '../model.ts'

/** A request to prolong as one of its parties, or a referent, reads it. */
export interface ToldRequest {
  readonly id: string
  readonly passId: string
  readonly personId: string
  /** Null once the party no longer holds the person. */
  readonly personName: string | null
  readonly siaeName: string
  readonly deciderName: string | null
  readonly askingUnitId: string
  readonly decidingUnitId: string | null
  readonly first: CalendarDate
  readonly last: CalendarDate | null
  /** Last day of the right as it stands, null when the reader may not know it. */
  readonly passLast: CalendarDate | null
  readonly state: RequestState
  readonly askedOn: CalendarDate
  readonly decidedOn: CalendarDate | null
  readonly grounds: string | null
  readonly personNotifiedOn: CalendarDate | null
  readonly reason: ProlongationReason | null
  readonly explanation: string | null
}

interface Row {
  id: string
  pass_id: string
  person_id: string
  names: Partial<Record<'birth' | 'usage' | 'given', string>> | null
  siae_name: string
  decider: string | null
  asking_unit_id: string
  deciding_unit_id: string | null
  first_day: string
  last_day: string | null
  pass_last: string | null
  state: RequestState
  asked_on: string
  decided_on: string | null
  grounds: string | null
  person_notified_on: string | null
  reason: ProlongationReason | null
  explanation: string | null
}

const dayOrNull = (stored: string | null): CalendarDate | null => (stored === null ? null : day(stored))

const toldOf = (row: Row): ToldRequest => ({
  id: row.id,
  passId: row.pass_id,
  personId: row.person_id,
  personName:
    row.names && displayName({ birthName: row.names.birth ?? '', usageName: row.names.usage ?? null, givenNames: row.names.given ?? '' }),
  siaeName: row.siae_name,
  deciderName: row.decider,
  askingUnitId: row.asking_unit_id,
  decidingUnitId: row.deciding_unit_id,
  first: day(row.first_day),
  last: dayOrNull(row.last_day),
  passLast: dayOrNull(row.pass_last),
  state: row.state,
  askedOn: day(row.asked_on),
  decidedOn: dayOrNull(row.decided_on),
  grounds: row.grounds,
  personNotifiedOn: dayOrNull(row.person_notified_on),
  reason: row.reason,
  explanation: row.explanation,
})

async function read({ tx }: Pick<ReadCtx, 'tx'>, where: RawBuilder<unknown>): Promise<readonly ToldRequest[]> {
  const { rows } = await sql<Row>`
    select asked.id, asked.pass_id, asked.person_id, siae.name as siae_name, organisation.name || ' – ' || unit.name as decider,
      asked.asking_unit_id, asked.deciding_unit_id, asked.first_day, asked.last_day, asked.state, asked.asked_on, asked.decided_on, asked.grounds,
      asked.person_notified_on, why.reason, why.explanation, days.last_day as pass_last,
      (select jsonb_object_agg(name.kind, name.value) from person_name as name
        where name.person_id = asked.person_id and name.superseded_at is null and name.kind <> 'former') as names
    from prolongation_request as asked
    join siae on siae.id = asked.siae_id
    left join unit on unit.id = asked.deciding_unit_id
    left join organisation on organisation.id = unit.organisation_id
    left join pass_reason as why on why.act_id = asked.id
    left join pass_last_day as days on days.pass_id = asked.pass_id and days.superseded_at is null
    where ${where} order by asked.asked_on desc, asked.id desc limit 200`.execute(tx)
  return rows.map(toldOf)
}

/** The requests made about one right that this reader may know of. */
export const requestsOf = (ctx: Pick<ReadCtx, 'tx'>, passId: string): Promise<readonly ToldRequest[]> =>
  read(ctx, sql`asked.pass_id = ${passId}`)

/** One request; undefined when it is between others. */
export const requestTold = async (ctx: Pick<ReadCtx, 'tx'>, id: string): Promise<ToldRequest | undefined> =>
  (await read(ctx, sql`asked.id = ${id}`))[0]

/** The requests that the reader's teams decide on or made. One statement. */
export async function myRequests(ctx: Pick<ReadCtx, 'tx' | 'actor'>): Promise<readonly ToldRequest[]> {
  const units = ctx.actor?.hat?.units ?? []
  if (units.length === 0) return []
  const mine = sql.join(units)
  return read(ctx, sql`(asked.deciding_unit_id in (${mine}) or asked.asking_unit_id in (${mine}))`)
}
