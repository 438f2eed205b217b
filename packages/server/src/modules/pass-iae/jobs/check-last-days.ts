import { randomUUIDv7 } from 'node:crypto'
import { isoDate } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { firstDay, lastDay } from '@maillage/rules/pass-iae'
import { sql } from 'kysely'
import { legalDay } from '../../../platform/clock.ts'
import { contextOfNobody, PARIS } from '../../../platform/command/context.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Job } from '../../../platform/jobs/job.ts'
import { heldOf, type RecordedPass } from '../model.ts'
import { passesAfter } from '../queries/passes-after.ts'

const BATCH = 500
const RULE = 'pass-iae/last-day-stored'
const SOURCE = { article: 'pass_last_day', title: 'Vérification de chaque nuit', confidence: 'computed' }

/** Notes that the day stored is not the one that the acts give; an open note on the same right is left as it is. */
async function note(tx: Tx, pass: RecordedPass, found: string, now: Temporal.Instant, today: string): Promise<void> {
  const facts = { stored: pass.stored && isoDate(pass.stored.last), found }
  await sql`
    insert into anomaly (id, rule, source, subject_table, subject_id, facts, solver, since, recorded_at)
    values (${randomUUIDv7()}, ${RULE}, ${JSON.stringify(SOURCE)}, 'pass', ${pass.id}, ${JSON.stringify(facts)}, 'administrator', ${today}, ${now.toString()})
    on conflict (rule, subject_id) where resolved_at is null do nothing`.execute(tx)
}

/** Each night, the last day stored of every right is held beside the one that the rules find again from its acts. */
export const checkLastDays: Job = {
  name: 'pass-iae-check-last-days',
  schedule: '40 3 * * *',
  async run({ database, clock }) {
    const now = clock.now()
    const today = legalDay(now, PARIS)
    const options = { role: 'maillage_job', context: contextOfNobody(today) } as const
    let after: string | null = null
    do {
      const from: string | null = after
      after = await database.transaction(options, async (tx) => {
        const passes = await passesAfter({ tx }, from, BATCH)
        for (const pass of passes) {
          const { pass: issued, acts } = heldOf(pass)
          const [first, last] = [firstDay(issued, acts), lastDay(nationalLaw, issued, acts).value]
          if (pass.stored?.first !== first || pass.stored.last !== last) await note(tx, pass, isoDate(last), now, isoDate(today))
        }
        return passes.length === BATCH ? (passes.at(-1)?.id ?? null) : null
      })
    } while (after !== null)
  },
}
