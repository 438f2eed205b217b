import { sql } from 'kysely'
import { legalDay } from '../clock.ts'
import { contextOfNobody, PARIS } from '../command/context.ts'
import type { Tx } from '../database/database.ts'
import type { Job } from '../jobs/job.ts'
import { LATEST_ARRIVAL, LINE_HASH, SEAL_HASH } from './line-hash.ts'

const BATCH = 1000

/**
 * Seals the oldest lines not sealed yet, oldest first, so that stopping between two batches leaves nothing behind. A line whose transaction may
 * still have a sister running is left for the next time: commits do not come in the order of hours.
 * @returns how many lines were sealed
 */
export async function sealBatch(tx: Tx, now: string, atMost = BATCH): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('maillage.audit_seal'))`.execute(tx)
  const { rows } = await sql<{ lines: number }>`
    with last as (
      select coalesce(max(number), 0) as number, max(until) as until,
        coalesce((select hash from audit_seal order by number desc limit 1), ''::bytea) as hash
      from audit_seal
    ), closed as (
      select audit.id as audit_id, audit.recorded_at, ${LINE_HASH} as hash
      from audit, last
      where audit.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
        and audit.recorded_at >= coalesce(last.until - interval '${sql.raw(LATEST_ARRIVAL)}', '-infinity')
        and not exists (select from audit_seal_line where audit_seal_line.audit_id = audit.id)
      order by audit.recorded_at, audit.id limit ${atMost}
    ), seal as (
      insert into audit_seal (number, lines, until, hash, sealed_at)
      select number, count(*), greatest(until, max(sealed.recorded_at)), ${SEAL_HASH}, ${now}::timestamptz
      from closed as sealed, (select number + 1 as number, until, hash as previous from last) as next
      group by number, until, previous
      returning number
    )
    , written as (
      insert into audit_seal_line (audit_id, seal_number, hash) select audit_id, seal.number, closed.hash from closed, seal returning 1
    )
    select count(*)::integer as lines from written`.execute(tx)
  return rows[0]?.lines ?? 0
}

/** Every hour, what was written is closed: from then on a line altered, removed or added is found by `npm run audit -- verify`. */
export const sealAudit: Job = {
  name: 'platform-seal-audit',
  schedule: '20 * * * *',
  async run({ database, clock }) {
    const now = clock.now()
    const context = contextOfNobody(legalDay(now, PARIS))
    const once = () => database.transaction({ role: 'maillage_job', context }, (tx) => sealBatch(tx, now.toString()))
    while ((await once()) === BATCH);
  },
}
