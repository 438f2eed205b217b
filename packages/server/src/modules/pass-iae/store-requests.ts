import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import type { ProlongationReason } from '@maillage/rules/pass-iae'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { ReadCtx } from '../../platform/command/read.ts'
import type { RecordedPass, RequestState } from './model.ts'
import type { GroundFacts } from './prolongation-form.ts'
import { passesOf } from './tables.ts'

/** A request to prolong, as one of its two parties or a referent reads it. */
export interface RecordedRequest {
  readonly id: string
  readonly passId: string
  readonly personId: string
  readonly siaeId: string
  readonly askingUnitId: string
  readonly decidingUnitId: string | null
  readonly last: CalendarDate | null
  readonly state: RequestState
  readonly askedOn: CalendarDate
  /** Null when it is not for this reader. */
  readonly ground: { readonly reason: ProlongationReason; readonly explanation: string | null; readonly facts: GroundFacts } | null
}

const isoOf = (date: CalendarDate | null) => (date === null ? null : isoDate(date))
const recordedBy = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })

/** A request with its ground; undefined when there is none, or when it is between others. */
export async function findRequest({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<RecordedRequest | undefined> {
  const row = await passesOf(tx)
    .selectFrom('prolongation_request as asked')
    .leftJoin('pass_reason as why', 'why.act_id', 'asked.id')
    .select(['asked.id', 'asked.pass_id', 'asked.person_id', 'asked.siae_id', 'asked.asking_unit_id', 'asked.deciding_unit_id'])
    .select(['asked.last_day', 'asked.state', 'asked.asked_on', 'why.reason', 'why.explanation', 'why.facts'])
    .where('asked.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    passId: row.pass_id,
    personId: row.person_id,
    siaeId: row.siae_id,
    askingUnitId: row.asking_unit_id,
    decidingUnitId: row.deciding_unit_id,
    last: row.last_day === null ? null : day(row.last_day),
    state: row.state,
    askedOn: day(row.asked_on),
    ground:
      row.reason === null
        ? null
        : { reason: row.reason as ProlongationReason, explanation: row.explanation, facts: row.facts as unknown as GroundFacts },
  }
}

/** Writes a request and opens the circle by which the prescriber's team reads what it decides on. */
export async function insertRequest(
  ctx: Ctx,
  pass: RecordedPass,
  asked: { id: string; siaeId: string; askingUnitId: string; decidingUnitId: string; first: CalendarDate; last: CalendarDate | null },
): Promise<void> {
  await passesOf(ctx.tx)
    .insertInto('prolongation_request')
    .values({
      id: asked.id,
      pass_id: pass.id,
      person_id: pass.personId,
      siae_id: asked.siaeId,
      asking_unit_id: asked.askingUnitId,
      deciding_unit_id: asked.decidingUnitId,
      first_day: isoDate(asked.first),
      last_day: isoOf(asked.last),
      state: 'waiting',
      asked_on: isoDate(ctx.today),
      ...recordedBy(ctx),
    })
    .execute()
  await sql`select grant_access(${ctx.ids.next()}, ${pass.personId}, ${asked.decidingUnitId}, null, 'request', 'request', ${asked.id},
    ${isoDate(ctx.today)}, null)`.execute(ctx.tx)
}

/** Ends a request, and with it the circle it had opened: the prescriber reads until tonight. False when somebody had ended it. */
export async function endRequest(
  ctx: Ctx,
  request: Pick<RecordedRequest, 'id' | 'personId'>,
  end: { state: 'granted' | 'refused' | 'withdrawn'; grounds?: string | null; personNotifiedOn?: CalendarDate | null },
): Promise<boolean> {
  const today = isoDate(ctx.today)
  const decided = end.state === 'withdrawn' ? null : today
  const { numUpdatedRows } = await passesOf(ctx.tx)
    .updateTable('prolongation_request')
    .set({
      state: end.state,
      decided_on: decided,
      grounds: end.grounds ?? null,
      siae_notified_on: decided,
      person_notified_on: isoOf(end.personNotifiedOn ?? null),
    })
    .where('id', '=', request.id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  await sql`select end_access(${request.personId}, ${request.id}, ${today})`.execute(ctx.tx)
  return numUpdatedRows === 1n
}

export async function insertProlongation(
  ctx: Ctx,
  pass: RecordedPass,
  added: { id: string; first: CalendarDate; last: CalendarDate | null; requestId: string | null },
): Promise<void> {
  await passesOf(ctx.tx)
    .insertInto('prolongation')
    .values({
      id: added.id,
      pass_id: pass.id,
      person_id: pass.personId,
      first_day: isoDate(added.first),
      last_day: isoOf(added.last),
      request_id: added.requestId,
      ...recordedBy(ctx),
    })
    .execute()
}
