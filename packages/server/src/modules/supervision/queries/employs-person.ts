import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { ofOwnTeam } from './own-team.ts'

/** Whether somebody is or was in a structure of the reader's organisation; who supervises, in their own team. One statement. */
export async function employsPerson({ tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from siae_stay as stay
    where stay.person_id = ${personId} and stay.organisation_id = ${actor?.hat?.organisationId ?? null} and stay.cancelled_at is null
      and ${ofOwnTeam(actor)} limit 1`.execute(tx)
  return rows.length > 0
}
