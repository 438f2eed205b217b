import { type CentiHours, centiHours, day, daysOf, isoDate, type Month, monthOf } from '@maillage/kernel'
import type { SheetState } from '@maillage/rules/employment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { HoursMeasure } from '../model-months.ts'

/** Hours of a validated month of a structure, at one place of work, of one measure, at one percent. Never a person. */
export interface MonthTotal {
  readonly month: Month
  readonly measure: HoursMeasure
  /** Below 100: hours of an inclusion contract after its first year. */
  readonly percent: number
  readonly worksiteId: string | null
  /** The département of the place of work, for observation; money follows that of the agreement. */
  readonly worksiteTerritoryId: string
  readonly people: number
  /** Hours that the aid counts, for this kind of structure in that month. */
  readonly counted: CentiHours
  readonly paid: CentiHours
  readonly worked: CentiHours
  /** Hours without a contract: kept apart, in none of the three above. */
  readonly heldBack: CentiHours
  /** Which validation of the month gave this total, from 1. */
  readonly validation: number
  readonly state: SheetState
}

interface Row {
  month: string
  measure: HoursMeasure
  percent: number
  worksite_id: string | null
  worksite_territory_id: string
  people: number
  counted: number
  paid: number
  worked: number
  held_back: number
  validation: number
  state: SheetState
}

/**
 * The totals that stand now for a structure, the oldest month first: those of its months validated, sent, or opened again (what had been sent).
 * A draft has none. Outside the structure, row security shows the same ones to the authority and the funders of its département.
 * @example await monthTotals(ctx, { siaeId, first: month('2026-01'), last: month('2026-12') })
 */
export async function monthTotals(
  { tx }: Pick<ReadCtx, 'tx'>,
  { siaeId, first, last }: { readonly siaeId: string; readonly first: Month; readonly last: Month },
): Promise<readonly MonthTotal[]> {
  const { rows } = await sql<Row>`
    select total.month, total.measure, total.percent, total.worksite_id, total.worksite_territory_id, total.people, total.counted, total.paid,
      total.worked, total.held_back, total.validation, sheet.state
    from month_total as total join month_sheet as sheet on sheet.id = total.sheet_id
    where total.siae_id = ${siaeId} and total.superseded_at is null and total.withdrawn_at is null
      and total.month between ${isoDate(daysOf(first).first)} and ${isoDate(daysOf(last).first)}
    order by total.month, total.measure, total.percent desc, total.worksite_id nulls first`.execute(tx)
  return rows.map((row) => ({
    month: monthOf(day(row.month)),
    measure: row.measure,
    percent: row.percent,
    worksiteId: row.worksite_id,
    worksiteTerritoryId: row.worksite_territory_id,
    people: row.people,
    counted: centiHours(row.counted),
    paid: centiHours(row.paid),
    worked: centiHours(row.worked),
    heldBack: centiHours(row.held_back),
    validation: row.validation,
    state: row.state,
  }))
}
