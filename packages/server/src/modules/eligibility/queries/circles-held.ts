import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Circles } from '../policy.ts'

/** The circles by which the reader holds a person today; row security leaves out what names another member. */
export async function circlesHeld({ tx, actor, today }: Pick<ReadCtx, 'tx' | 'actor' | 'today'>, personId: string): Promise<Circles> {
  const units = actor?.hat?.units ?? []
  if (units.length === 0) return new Set()
  const on = isoDate(today)
  const { rows } = await sql<{ circle: string }>`
    select distinct circle from person_access
    where person_id = ${personId} and unit_id in (${sql.join(units)}) and starts_on <= ${on} and ends_on >= ${on}`.execute(tx)
  return new Set(rows.map(({ circle }) => circle))
}
