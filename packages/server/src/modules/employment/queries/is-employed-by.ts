import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** Whether an organisation employs somebody, or did: a stay that was not cancelled. */
export async function isEmployedBy({ tx }: Pick<ReadCtx, 'tx'>, personId: string, organisationId: string): Promise<boolean> {
  const { rows } = await sql`
    select from siae_stay where person_id = ${personId} and organisation_id = ${organisationId} and cancelled_at is null limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
