import { sql } from 'kysely'
import { legalDay } from '../../../platform/clock.ts'
import { contextOfNobody, PARIS } from '../../../platform/command/context.ts'
import type { Job } from '../../../platform/jobs/job.ts'

/**
 * Each night, the content of the files whose day has passed goes: what they say of people is in the facts that were recorded, or was never taken.
 * A file that nobody confirmed has expired. The database decides which: the jobs see no other.
 */
export const eraseContents: Job = {
  name: 'declarations-erase-contents',
  schedule: '50 2 * * *',
  async run({ database, clock }) {
    const now = clock.now()
    const context = contextOfNobody(legalDay(now, PARIS))
    await database.transaction({ role: 'maillage_job', context }, async (tx) => {
      await sql`update import_line set content = null where run_id in (select id from import_run where erased_at is null)`.execute(tx)
      await sql`
        update import_run set layout = null, erased_at = ${now.toString()}, version = version + 1, state = case state when 'read' then 'expired' else state end
        where erased_at is null`.execute(tx)
    })
  },
}
