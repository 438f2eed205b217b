import { isoDate } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { accessCutoff } from '@maillage/rules/administration'
import { sql } from 'kysely'
import { legalDay } from '../../../platform/clock.ts'
import { contextOfNobody, NOBODY, PARIS } from '../../../platform/command/context.ts'
import type { Job } from '../../../platform/jobs/job.ts'

const BATCH = 1000

/**
 * Each night the rights of teams whose organisation has neither employed nor followed somebody for two years end, when another one follows the person:
 * nothing is erased, so that nobody confirms it, and the person still reads who could see them.
 */
export const endOldAccess: Job = {
  name: 'administration-end-old-access',
  schedule: '0 3 * * *',
  async run({ database, clock }) {
    const today = legalDay(clock.now(), PARIS)
    const options = { role: 'maillage_job', context: contextOfNobody(today) } as const
    const cutoff = isoDate(accessCutoff(nationalLaw, today))
    for (let after: string | null = NOBODY; after !== null; ) {
      const from: string = after
      after = await database.transaction(options, async (tx) => {
        await sql`set local statement_timeout = '10min'`.execute(tx)
        const { rows } = await sql<{ last: string | null }>`select end_access_left_alone(${cutoff}, ${from}, ${BATCH}) as last`.execute(tx)
        return rows[0]?.last ?? null
      })
    }
  },
}
