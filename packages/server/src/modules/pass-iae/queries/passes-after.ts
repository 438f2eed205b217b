import { type CalendarDate, day } from '@maillage/kernel'
import type { Closure } from '@maillage/rules/pass-iae'
import { sql } from 'kysely'
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

/** The rights that stand, by id, with their days and without any reason: what the check of each night reads. */
export async function passesAfter({ tx }: Pick<ReadCtx, 'tx'>, after: string | null, count: number): Promise<readonly RecordedPass[]> {
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
    where pass.cancelled_at is null and ${after === null ? sql`true` : sql`pass.id > ${after}`}
    order by pass.id limit ${count}`.execute(tx)
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
    })),
    prolongations: row.prolongations.map((each) => ({ ...each, first: day(each.first), last: dayOrNull(each.last), reason: null })),
    closure: row.closure && { kind: 'closure', last: day(row.closure.last), reason: row.closure.reason },
    stored: row.stored && { version: row.stored.version, first: day(row.stored.first), last: day(row.stored.last) },
    certificate: null,
  }))
}
