import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The reader's own teams that hold a person today, by name. */
export async function teamsHolding(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  personId: string,
): Promise<readonly { id: string; name: string }[]> {
  const on = isoDate(today)
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct unit.id, unit.name from person_access as held join unit on unit.id = held.unit_id
    where held.person_id = ${personId} and held.circle in ('shared', 'referent') and held.starts_on <= ${on} and held.ends_on >= ${on}
    order by unit.name, unit.id`.execute(tx)
  return rows
}
