import { sql } from 'kysely'
import { legalDay } from '../../../platform/clock.ts'
import { contextOfNobody, PARIS } from '../../../platform/command/context.ts'
import type { Job } from '../../../platform/jobs/job.ts'

/** Each night, the spaces whose half-hour is over go: kept, they would say at which hours somebody read. */
export const pruneSpaces: Job = {
  name: 'privacy-prune-spaces',
  schedule: '45 2 * * *',
  async run({ database, clock }) {
    const context = contextOfNobody(legalDay(clock.now(), PARIS))
    await database.transaction({ role: 'maillage_job', context }, (tx) =>
      sql`delete from space_session where expires_at < now()`.execute(tx),
    )
  },
}
