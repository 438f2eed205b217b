import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The team of the reader by which they hold a person today: in whose name a request is made. */
export async function heldBy({ tx, actor, today }: Pick<ReadCtx, 'tx' | 'actor' | 'today'>, personId: string): Promise<string | undefined> {
  const units = actor?.hat?.units ?? []
  if (units.length === 0) return undefined
  const on = isoDate(today)
  const { rows } = await sql<{ unit_id: string }>`
    select unit_id from person_access
    where person_id = ${personId} and unit_id in (${sql.join(units)}) and circle in ('shared', 'referent') and starts_on <= ${on} and ends_on >= ${on}
    order by unit_id limit 1`.execute(tx)
  return rows[0]?.unit_id
}
