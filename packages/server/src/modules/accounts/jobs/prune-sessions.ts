import { sql } from 'kysely'
import { legalDay } from '../../../platform/clock.ts'
import { contextOfNobody, PARIS } from '../../../platform/command/context.ts'
import type { Job } from '../../../platform/jobs/job.ts'

/**
 * Each night, the sessions that have expired go. They open nothing any more, since `find_session` asks the hour; kept, they would say for ever
 * at which hours somebody works. The database decides which have expired: the jobs see no other.
 */
export const pruneSessions: Job = {
  name: 'accounts-prune-sessions',
  schedule: '40 2 * * *',
  async run({ database, clock }) {
    const context = contextOfNobody(legalDay(clock.now(), PARIS))
    await database.transaction({ role: 'maillage_job', context }, (tx) => sql`delete from session where expires_at < now()`.execute(tx))
  },
}
