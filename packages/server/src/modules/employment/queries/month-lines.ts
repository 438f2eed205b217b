import { centiHours, day, daysOf, isoDate, type Month } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { HoursMeasure } from '../model-months.ts'
import type { MonthLine } from '../total-month.ts'

interface Row {
  stay_id: string
  person_id: string
  hours_id: string | null
  worksite_id: string | null
  measure: HoursMeasure | null
  paid: number | null
  worked: number | null
  contracts: readonly { type: string; first: string; last: string | null }[]
}

const hours = (stored: number | null) => (stored === null ? null : centiHours(stored))

/**
 * Every line of the month of a structure, without a name: those whom the reader does not follow too, so that a total never leaves anybody out.
 * For who validates; nothing for anybody else.
 */
export async function monthLines({ tx }: Pick<ReadCtx, 'tx'>, siaeId: string, month: Month): Promise<readonly MonthLine[]> {
  const { rows } = await sql<Row>`select * from month_lines(${siaeId}, ${isoDate(daysOf(month).first)}::date)`.execute(tx)
  return rows.map((row) => ({
    stayId: row.stay_id,
    personId: row.person_id,
    hoursId: row.hours_id,
    worksiteId: row.worksite_id,
    measure: row.measure ?? 'common',
    paid: hours(row.paid),
    worked: hours(row.worked),
    contracts: row.contracts.map(({ type, first, last }) => ({ type, first: day(first), last: last === null ? null : day(last) })),
  }))
}
