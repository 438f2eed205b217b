import { day, daysOf, isoDate, type Month, monthOf, monthsLater } from '@maillage/kernel'
import type { SheetState } from '@maillage/rules/employment'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { employmentOf } from '../tables.ts'

/** A month of a structure: `missing` when nobody typed anything in it, or when the reader is outside and it is not validated. */
export interface MonthState {
  readonly month: Month
  readonly state: SheetState | 'missing'
  /** Null while nothing is written. */
  readonly sheetId: string | null
  /** How many times it was validated. */
  readonly validations: number
}

/**
 * Each month of a structure between two, the oldest first, those that are missing included.
 * @example await monthSheetsOf(ctx, { siaeId, first: month('2026-01'), last: month('2026-12') }) // twelve states
 */
export async function monthSheetsOf(
  { tx }: Pick<ReadCtx, 'tx'>,
  { siaeId, first, last }: { readonly siaeId: string; readonly first: Month; readonly last: Month },
): Promise<readonly MonthState[]> {
  const rows = await employmentOf(tx)
    .selectFrom('month_sheet')
    .select(['id', 'month', 'state', 'validations'])
    .where('siae_id', '=', siaeId)
    .where('month', '>=', isoDate(daysOf(first).first))
    .where('month', '<=', isoDate(daysOf(last).first))
    .execute()
  const known = new Map(rows.map((row) => [monthOf(day(row.month)), row]))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index): MonthState => {
    const month = monthsLater(first, index)
    const row = known.get(month)
    return row
      ? { month, state: row.state, sheetId: row.id, validations: row.validations }
      : { month, state: 'missing', sheetId: null, validations: 0 }
  })
}
