import { type CalendarDate, day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** A post of supervision or accompaniment; hundredths of a full-time equivalent. Never the person who holds it. */
export interface StaffPost {
  readonly fte: number
  readonly first: CalendarDate
  readonly last: CalendarDate | null
}

/** The posts of technical supervision and of accompaniment that a structure declared. */
export async function staffPosts(tx: Tx, siaeId: string): Promise<readonly StaffPost[]> {
  const { rows } = await sql<{ fte: number; first: string; last: string | null }>`
    select fte, first_day::text as first, last_day::text as last from staff_post
    where siae_id = ${siaeId} and role in ('technical_supervisor', 'counsellor')`.execute(tx)
  return rows.map(({ fte, first, last }) => ({ fte, first: day(first), last: last === null ? null : day(last) }))
}
