import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Circle } from '../model.ts'

/** The circles by which the reader holds a person today; row security leaves out what names another member. */
export async function circlesHeld(
  { tx, actor, today }: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  personId: string,
): Promise<ReadonlySet<Circle>> {
  const units = actor?.hat?.units ?? []
  if (units.length === 0) return new Set()
  const on = isoDate(today)
  const { rows } = await sql<{ circle: Circle }>`
    select distinct circle from person_access
    where person_id = ${personId} and unit_id in (${sql.join(units)}) and starts_on <= ${on} and ends_on >= ${on}`.execute(tx)
  return new Set(rows.map(({ circle }) => circle))
}
