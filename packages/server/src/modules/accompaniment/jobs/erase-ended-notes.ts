import { isoDate } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { leftBehindCutoff } from '@maillage/rules/accompaniment'
import { sql } from 'kysely'
import { legalDay } from '../../../platform/clock.ts'
import { contextOfNobody, PARIS } from '../../../platform/command/context.ts'
import type { Job } from '../../../platform/jobs/job.ts'

const BATCH = 1000

/**
 * Each night the working notes whose day has passed go, and those of authors who left without handing them over: both days were told to whoever wrote
 * them, so that nobody confirms it. The database decides which, and sees no text.
 */
export const eraseEndedNotes: Job = {
  name: 'accompaniment-erase-ended-notes',
  schedule: '55 2 * * *',
  async run({ database, clock }) {
    const today = legalDay(clock.now(), PARIS)
    const cutoff = isoDate(leftBehindCutoff(nationalLaw, today))
    const options = { role: 'maillage_job', context: contextOfNobody(today) } as const
    const batch = () =>
      database.transaction(options, async (tx) => {
        const { rows } = await sql<{ erased: number }>`select erase_ended_notes(${cutoff}, ${BATCH}) as erased`.execute(tx)
        return rows[0]?.erased
      })
    while ((await batch()) === BATCH);
  },
}
