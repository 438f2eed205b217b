import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Circle, Source } from '../model.ts'

export interface Reading {
  readonly accountName: string
  /** The hour in which the file was open */
  readonly hour: Temporal.Instant
  readonly circle: Circle
  readonly source: Source
}

const AT_MOST = 50

/** Who looked at a file in the reader's own organisation, the latest first; one statement. */
export async function readersOf({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<readonly Reading[]> {
  const { rows } = await sql<{ name: string | null; hour: string; circle: Circle; source: Source }>`
    select (select max(membership.display_name) from membership
        where membership.account_id = log.account_id and membership.organisation_id = log.organisation_id) as name,
      to_char(log.hour, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as hour, log.circle, log.source
    from access_log as log where log.person_id = ${personId}
    order by log.hour desc, name limit ${AT_MOST}`.execute(tx)
  return rows.map(({ name, hour, circle, source }) => ({
    accountName: name ?? 'Ancien membre',
    hour: Temporal.Instant.from(hour),
    circle,
    source,
  }))
}
