import { day, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { SaidBy, WorkConstraint } from '../model-constraints.ts'

interface Row {
  readonly id: string
  readonly sentence: string
  readonly said_by: SaidBy
  readonly first_day: string
  readonly last_day: string | null
  readonly by: string | null
}

/** The conditions under which somebody can work, today or later, as their employer knows them: the latest first. One statement. */
export async function constraintsOf({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, personId: string): Promise<readonly WorkConstraint[]> {
  const { rows } = await sql<Row>`
    select known.id, known.sentence, known.said_by, known.first_day::text as first_day, known.last_day::text as last_day, (
      select membership.display_name from membership
      where membership.account_id = known.recorded_by and membership.organisation_id = known.organisation_id order by membership.first_day desc limit 1) as by
    from work_constraint as known
    where known.person_id = ${personId} and known.cancelled_at is null and (known.last_day is null or known.last_day >= ${isoDate(today)})
    order by known.first_day desc, known.recorded_at desc`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    sentence: row.sentence,
    saidBy: row.said_by,
    first: day(row.first_day),
    last: row.last_day === null ? null : day(row.last_day),
    by: row.by,
  }))
}
