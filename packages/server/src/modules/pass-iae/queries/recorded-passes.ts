import { type CalendarDate, day } from '@maillage/kernel'
import { type Closure, type ProlongationReason, parsePassNumber, type SuspensionReason } from '@maillage/rules/pass-iae'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { IssuerMode, RecordedPass } from '../model.ts'

interface Row {
  id: string
  person_id: string
  number: string | null
  issuer_mode: IssuerMode
  cancelled: boolean
  first_day: string
  external_first_day: string | null
  external_last_day: string | null
  confronted_on: string | null
  stored: { version: number; first: string; last: string } | null
  moves: readonly { first: string; decidedOn: string }[]
  suspensions: readonly {
    id: string
    version: number
    first: string
    last: string | null
    reason: SuspensionReason | null
    siaeName: string | null
    cause: 'declared' | 'corrected' | 'hire' | 'return' | 'cancelled'
  }[]
  prolongations: readonly { id: string; first: string; last: string | null; reason: ProlongationReason | null }[]
  closure: { last: string; reason: Closure['reason'] } | null
}

const dayOrNull = (stored: string | null): CalendarDate | null => (stored === null ? null : day(stored))

function recordedOf(row: Row): RecordedPass {
  const { stored, closure, external_first_day: first, external_last_day: last, confronted_on: confronted } = row
  return {
    id: row.id,
    personId: row.person_id,
    number: row.number === null ? null : (parsePassNumber(row.number) ?? null),
    issuerMode: row.issuer_mode,
    cancelled: row.cancelled,
    issuedFirst: day(row.first_day),
    moves: row.moves.map((each) => ({ kind: 'start-moved', first: day(each.first), decidedOn: day(each.decidedOn) })),
    suspensions: row.suspensions.map((each) => ({ ...each, first: day(each.first), last: dayOrNull(each.last) })),
    prolongations: row.prolongations.map((each) => ({ ...each, first: day(each.first), last: dayOrNull(each.last) })),
    closure: closure && { kind: 'closure', last: day(closure.last), reason: closure.reason },
    stored: stored && { version: stored.version, first: day(stored.first), last: day(stored.last) },
    certificate:
      first !== null && last !== null && confronted !== null ? { first: day(first), last: day(last), confrontedOn: day(confronted) } : null,
  }
}

async function read({ tx }: Pick<ReadCtx, 'tx'>, where: RawBuilder<unknown>): Promise<readonly RecordedPass[]> {
  const { rows } = await sql<Row>`
    select pass.id, pass.person_id, pass.number, pass.issuer_mode, pass.cancelled_at is not null as cancelled, pass.first_day,
      pass.external_first_day, pass.external_last_day, pass.confronted_on,
      (select jsonb_build_object('version', days.version, 'first', days.first_day, 'last', days.last_day)
        from pass_last_day as days where days.pass_id = pass.id and days.superseded_at is null) as stored,
      coalesce((
        select jsonb_agg(jsonb_build_object('first', move.first_day, 'decidedOn', move.decided_on) order by move.recorded_at, move.id)
        from pass_move as move where move.pass_id = pass.id), '[]') as moves,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', days.suspension_id, 'version', days.version, 'first', days.first_day, 'last', days.last_day,
          'reason', why.reason, 'siaeName', siae.name, 'cause', days.cause) order by days.first_day)
        from suspension_version as days
        join suspension on suspension.id = days.suspension_id
        left join siae on siae.id = suspension.siae_id
        left join pass_reason as why on why.act_id = days.suspension_id
        where days.pass_id = pass.id and days.person_id = pass.person_id and days.superseded_at is null and not days.cancelled), '[]') as suspensions,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', added.id, 'first', added.first_day, 'last', added.last_day, 'reason', why.reason) order by added.first_day)
        from prolongation as added left join pass_reason as why on why.act_id = added.id
        where added.pass_id = pass.id), '[]') as prolongations,
      (select jsonb_build_object('last', closed.last_day, 'reason', closed.reason) from pass_closure as closed where closed.pass_id = pass.id) as closure
    from pass where ${where} order by pass.first_day, pass.id`.execute(tx)
  return rows.map(recordedOf)
}

/** Every right of a person, cancelled ones too, the oldest first; one statement. */
export const recordedPasses = (ctx: Pick<ReadCtx, 'tx'>, personId: string): Promise<readonly RecordedPass[]> =>
  read(ctx, sql`pass.person_id = ${personId}`)

/** Every right of the person who has this one: what an act on a right needs to know. */
export const passesWith = (ctx: Pick<ReadCtx, 'tx'>, passId: string): Promise<readonly RecordedPass[]> =>
  read(ctx, sql`pass.person_id = (select sought.person_id from pass as sought where sought.id = ${passId})`)
