import { randomUUIDv7 } from 'node:crypto'
import { addDays, type CalendarDate, type Law } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { isDueForArchive, isDueForAutomaticRefusal, judgeTransition } from '@maillage/rules/applications'
import { legalDay } from '../../../platform/clock.ts'
import { contextOfNobody, NOBODY, PARIS } from '../../../platform/command/context.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Job } from '../../../platform/jobs/job.ts'
import type { Application } from '../model.ts'
import { archive, quietSince, writeMove } from '../store.ts'

const BATCH = 200
/** Nothing happens by the clock before so many days without a move; the rules say which of them are due. */
const QUIET_DAYS = 30

async function watch(tx: Tx, law: Law, application: Application, on: CalendarDate, now: Temporal.Instant): Promise<void> {
  const { state, lastMovedOn } = application
  if (isDueForArchive(law, application, on)) return archive({ tx }, application, on)
  if (!isDueForAutomaticRefusal(law, application, on)) return
  const judged = judgeTransition(law, { transition: 'refuse', state, lastMovedOn, actor: 'clock', receiver: 'siae', on })
  if (!judged.ok) return
  const move = { transition: 'refuse', to: judged.value.to, actor: 'clock', on, reason: 'no-answer-in-time' } as const
  await writeMove({ tx, now, recordedBy: null, nextId: randomUUIDv7 }, application, move)
}

/** Each night: what nobody answered for sixty days is refused by the clock, what did not move for a hundred and eighty is put away. */
export const watchQuietApplications: Job = {
  name: 'applications-watch-quiet',
  schedule: '20 2 * * *',
  async run({ database, clock }) {
    const now = clock.now()
    const on = legalDay(now, PARIS)
    const options = { role: 'maillage_job', context: contextOfNobody(on) } as const
    for (let after = NOBODY; ; ) {
      const last = await database.transaction(options, async (tx) => {
        const quiet = await quietSince({ tx }, addDays(on, -QUIET_DAYS), BATCH, after)
        for (const application of quiet) await watch(tx, nationalLaw, application, on, now)
        return quiet.at(-1)?.id
      })
      if (last === undefined) return
      after = last
    }
  },
}
