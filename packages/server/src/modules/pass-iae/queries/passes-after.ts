import { type CalendarDate, day } from '@maillage/kernel'
import type { Closure } from '@maillage/rules/pass-iae'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { RecordedPass } from '../model.ts'

interface Row {
  id: string
  person_id: string
  first_day: string
  stored: { version: number; first: string; last: string } | null
  moves: readonly { first: string; decidedOn: string }[]
  suspensions: readonly { id: string; version: number; first: string; last: string | null }[]
  prolongations: readonly { id: string; first: string; last: string | null }[]
  closure: { last: string; reason: Closure['reason'] } | null
}

const dayOrNull = (stored: string | null): CalendarDate | null => (stored === null ? null : day(stored))

/** Rights that stand, with their days and without any reason: what a job may read. */
async function withoutReasons({ tx }: Pick<ReadCtx, 'tx'>, which: RawBuilder<unknown>): Promise<readonly RecordedPass[]> {
  const { rows } = await sql<Row>`
    select pass.id, pass.person_id, pass.first_day,
      (select jsonb_build_object('version', days.version, 'first', days.first_day, 'last', days.last_day)
        from pass_last_day as days where days.pass_id = pass.id and days.superseded_at is null) as stored,
      coalesce((select jsonb_agg(jsonb_build_object('first', move.first_day, 'decidedOn', move.decided_on) order by move.recorded_at, move.id)
        from pass_move as move where move.pass_id = pass.id), '[]') as moves,
      coalesce((select jsonb_agg(jsonb_build_object('id', days.suspension_id, 'version', days.version, 'first', days.first_day, 'last', days.last_day))
        from suspension_version as days
        where days.pass_id = pass.id and days.person_id = pass.person_id and days.superseded_at is null and not days.cancelled), '[]') as suspensions,
      coalesce((select jsonb_agg(jsonb_build_object('id', added.id, 'first', added.first_day, 'last', added.last_day))
        from prolongation as added where added.pass_id = pass.id), '[]') as prolongations,
      (select jsonb_build_object('last', closed.last_day, 'reason', closed.reason) from pass_closure as closed where closed.pass_id = pass.id) as closure
    from pass
    where pass.cancelled_at is null and ${which}`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    number: null,
    issuerMode: 'external',
    cancelled: false,
    issuedFirst: day(row.first_day),
    moves: row.moves.map((each) => ({ kind: 'start-moved', first: day(each.first), decidedOn: day(each.decidedOn) })),
    suspensions: row.suspensions.map((each) => ({
      ...each,
      first: day(each.first),
      last: dayOrNull(each.last),
      reason: null,
      siaeName: null,
      cause: 'declared' as const,
    })),
    prolongations: row.prolongations.map((each) => ({ ...each, first: day(each.first), last: dayOrNull(each.last), reason: null })),
    closure: row.closure && { kind: 'closure', last: day(row.closure.last), reason: row.closure.reason },
    stored: row.stored && { version: row.stored.version, first: day(row.stored.first), last: day(row.stored.last) },
    certificate: null,
  }))
}

/** The rights that stand, by id: what the check of each night reads. */
export const passesAfter = (ctx: Pick<ReadCtx, 'tx'>, after: string | null, count: number): Promise<readonly RecordedPass[]> =>
  withoutReasons(ctx, sql`${after === null ? sql`true` : sql`pass.id > ${after}`} order by pass.id limit ${count}`)

/** The rights that stand of several people, the oldest first; one statement. */
export const passesOfPeople = async (ctx: Pick<ReadCtx, 'tx'>, personIds: readonly string[]): Promise<readonly RecordedPass[]> =>
  personIds.length === 0 ? [] : withoutReasons(ctx, sql`pass.person_id = any (${personIds}::uuid[]) order by pass.first_day, pass.id`)
