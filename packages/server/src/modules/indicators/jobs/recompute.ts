import { day, monthOf } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { sql } from 'kysely'
import { type Clock, legalDay } from '../../../platform/clock.ts'
import { contextOfNobody, PARIS } from '../../../platform/command/context.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Job } from '../../../platform/jobs/job.ts'
import { countedSiae } from '../queries/counted-siaes.ts'
import { buildYear } from '../rollups/build-year.ts'
import { computeMonths } from './compute-months.ts'

const asJob = (clock: Clock) => ({ role: 'maillage_job', context: contextOfNobody(legalDay(clock.now(), PARIS)) }) as const

/** A transaction stays short: on the embedded database, the pages wait for it. */
const MONTHS_AT_ONCE = 6

/** Computes some months of one structure that are marked. Another process at the same work takes the next structure. @returns false when none is left */
async function nextSiae(database: Database, clock: Clock): Promise<boolean> {
  const now = clock.now()
  return database.transaction(asJob(clock), async (tx) => {
    const { rows } = await sql<{ siae_id: string; month: string }>`
      delete from dirty_month where (siae_id, month) in (
        select siae_id, month from dirty_month
        where siae_id = (select siae_id from dirty_month order by siae_id limit 1 for update skip locked)
        order by month desc limit ${MONTHS_AT_ONCE})
      returning siae_id, month::text as month`.execute(tx)
    const [one] = rows
    if (!one) return false
    await sql`select pg_advisory_xact_lock(hashtextextended(${`figures:${one.siae_id}`}, 0))`.execute(tx)
    const siae = await countedSiae(tx, one.siae_id)
    const context = { tx, law: nationalLaw, now, today: legalDay(now, PARIS) }
    if (siae)
      await computeMonths(
        context,
        siae,
        rows.map((row) => monthOf(day(row.month))),
      )
    return true
  })
}

/** Adds up one year of one territory that is marked. @returns false when none is left */
async function nextYear(database: Database, clock: Clock): Promise<boolean> {
  const now = clock.now()
  return database.transaction(asJob(clock), async (tx) => {
    const { rows } = await sql<{ territory_id: string; year: number }>`
      delete from dirty_year where (territory_id, year) = (
        select territory_id, year from dirty_year order by territory_id, year limit 1 for update skip locked)
      returning territory_id, year`.execute(tx)
    const [one] = rows
    if (!one) return false
    await buildYear({ tx, law: nationalLaw, now, today: legalDay(now, PARIS) }, one.territory_id, one.year)
    return true
  })
}

/** Computes everything that is marked: months of structures first, then years of territories. */
export const recompute: Job = {
  name: 'indicators-recompute',
  schedule: '* * * * *',
  afterEvents: true,
  async run({ database, clock }) {
    while (await nextSiae(database, clock));
    while (await nextYear(database, clock));
  },
}
