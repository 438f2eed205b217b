import { randomUUIDv7 } from 'node:crypto'
import { isoDate } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { type RetentionRule, retentionCutoff } from '@maillage/rules/administration'
import { sql } from 'kysely'
import { legalDay } from '../../../platform/clock.ts'
import { contextOfNobody, NOBODY, PARIS } from '../../../platform/command/context.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Job } from '../../../platform/jobs/job.ts'
import { RETENTION_FIELDS } from '../retention-words.fr.ts'

/** What each batch asks once, who is on hold above all, is shared by many; a batch of files forgotten stays under three seconds. */
const BATCH = 500

interface Order {
  readonly id: string
  readonly rule: RetentionRule
  readonly confirmed_by: string
}

async function closeOrder(tx: Tx, { id, rule, confirmed_by }: Order, now: string): Promise<void> {
  const { numAffectedRows } = await sql`update retention_order set done_at = ${now} where id = ${id} and withdrawn_at is null`.execute(tx)
  // Taken back meanwhile: nothing was done, nothing is said.
  if (numAffectedRows !== 1n) return
  await tx
    .insertInto('audit')
    .values({
      id: randomUUIDv7(),
      recorded_at: now,
      account_id: confirmed_by,
      acting_for: null,
      role: 'job',
      screen: 'administration/apply-retention',
      command: 'administration/apply-retention',
      outcome: 'done',
      refusals: [],
      subjects: JSON.stringify({ order: id, rule }),
      fields: [...RETENTION_FIELDS[rule]],
      request_id: NOBODY,
    })
    .execute()
}

/**
 * Each night, what an administrator confirmed is erased or made nobody's, some at a time: a night cut short goes on the next one. Without an order,
 * nothing is touched.
 */
export const applyRetention: Job = {
  name: 'administration-apply-retention',
  schedule: '10 3 * * *',
  async run({ database, clock }) {
    const now = clock.now()
    const today = legalDay(now, PARIS)
    const context = contextOfNobody(today)
    const asJob = <T>(work: (tx: Tx) => Promise<T>) =>
      database.transaction({ role: 'maillage_job', context }, async (tx) => {
        await sql`set local statement_timeout = '10min'`.execute(tx)
        return work(tx)
      })
    const { rows: orders } = await asJob((tx) =>
      sql<Order>`select id, rule, confirmed_by from retention_order where withdrawn_at is null and done_at is null order by confirmed_at`.execute(
        tx,
      ),
    )
    for (const order of orders) {
      const latest = isoDate(retentionCutoff(nationalLaw, order.rule, today))
      const batch = () => asJob((tx) => sql<{ done: number }>`select apply_retention(${order.id}, ${BATCH}, ${latest}) as done`.execute(tx))
      while ((await batch()).rows[0]?.done === BATCH);
      await asJob((tx) => closeOrder(tx, order, now.toString()))
    }
  },
}
