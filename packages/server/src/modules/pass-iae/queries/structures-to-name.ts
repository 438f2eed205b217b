import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The open structures that the reader may name on an act: one's own for an operator, those of one's territories for a prescriber. */
export async function structuresToName({
  tx,
  actor,
  today,
}: Pick<ReadCtx, 'tx' | 'actor' | 'today'>): Promise<readonly { id: string; label: string }[]> {
  const hat = actor?.hat
  if (!hat) return []
  const on = isoDate(today)
  const own = hat.functions.includes('operator')
  const near = hat.territoriesBy.prescriber ?? []
  const where = own ? sql`siae.organisation_id = ${hat.organisationId}` : sql`siae.territory_id in (${sql.join(near.length ? near : [''])})`
  const { rows } = await sql<{ id: string; label: string }>`
    select siae.id, siae.name || ' (' || siae.kind || ')' as label from siae
    where ${where} and siae.first_day <= ${on} and (siae.last_day is null or siae.last_day >= ${on}) order by siae.name_key`.execute(tx)
  return rows
}
