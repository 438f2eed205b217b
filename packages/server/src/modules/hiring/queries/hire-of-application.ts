import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** The hire that an application led to, who declared it and when. */
export interface DeclaredHire {
  readonly id: string
  readonly by: string
  readonly at: Temporal.Instant
}

/** The hire that stands for an application; undefined when there is none. */
export async function hireOfApplication({ tx }: Pick<ReadCtx, 'tx'>, applicationId: string): Promise<DeclaredHire | undefined> {
  const { rows } = await sql<{ id: string; by: string | null; at: string }>`
    select hire.id, to_char(hire.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, (
      select max(membership.display_name) from membership
      where membership.account_id = hire.recorded_by and membership.organisation_id = hire.organisation_id) as by
    from hire where hire.application_id = ${applicationId} and hire.state = 'declared'`.execute(tx)
  const [row] = rows
  return row && { id: row.id, by: row.by ?? 'un ancien membre', at: Temporal.Instant.from(row.at) }
}
