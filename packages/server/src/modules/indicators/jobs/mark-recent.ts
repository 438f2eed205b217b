import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import { legalDay } from '../../../platform/clock.ts'
import { contextOfNobody, PARIS } from '../../../platform/command/context.ts'
import type { Job } from '../../../platform/jobs/job.ts'
import { CATALOGUE } from '../cards/catalogue.ts'

const YEARS = 3

/**
 * Each night marks what time alone changes (the present month and the two before: an answer falls due, a month ends), and the months of the last three
 * years that have no figure of the definitions in force: facts loaded from elsewhere, or a definition that changed.
 */
export const markRecent: Job = {
  name: 'indicators-mark-recent',
  schedule: '20 2 * * *',
  async run({ database, clock }) {
    const now = clock.now()
    const today = legalDay(now, PARIS)
    await database.transaction({ role: 'maillage_job', context: contextOfNobody(today) }, async (tx) => {
      await sql`
        insert into dirty_month (siae_id, month, marked_at)
        select siae.id, each.month, ${now.toString()}::timestamptz
        from siae, (
          select generate_series(date_trunc('year', ${isoDate(today)}::date) - make_interval(years => ${YEARS - 1}::integer), date_trunc('month', ${isoDate(today)}::date), interval '1 month')::date as month
        ) as each
        where siae.first_day < each.month + interval '1 month' and (siae.last_day is null or siae.last_day >= each.month)
          and (each.month >= date_trunc('month', ${isoDate(today)}::date) - interval '2 months'
            or not exists (
              select from cell where cell.siae_id = siae.id and cell.month = each.month and cell.indicator = 'people' and cell.superseded_at is null
                and cell.version = ${CATALOGUE.people.version}))
        on conflict (siae_id, month) do nothing`.execute(tx)
    })
  },
}
