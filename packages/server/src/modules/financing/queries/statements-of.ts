import { type CalendarDate, type Cents, cents, day, daysOf, isoDate, type Month, monthOf } from '@maillage/kernel'
import type { AnnexMeasure } from '@maillage/rules/agreements'
import { sql } from 'kysely'
import { legalDay } from '../../../platform/clock.ts'
import { PARIS } from '../../../platform/command/context.ts'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { StatementCause } from '../model.ts'

/** What a month was said to be worth, from a day to another. */
export interface Statement {
  readonly id: string
  readonly annexId: string
  readonly measure: AnnexMeasure
  readonly month: Month
  readonly amount: Cents
  readonly byState: Cents
  readonly byDepartement: Cents
  readonly previousId: string | null
  readonly cause: StatementCause
  readonly saidOn: CalendarDate
  /** Null: it is still what is said. */
  readonly supersededOn: CalendarDate | null
}

interface Row {
  id: string
  annex_id: string
  measure: AnnexMeasure
  month: string
  amount: number
  by_state: number
  by_departement: number
  previous_id: string | null
  cause: StatementCause
  recorded_at: string
  superseded_at: string | null
}

const dayOf = (instant: string): CalendarDate => legalDay(Temporal.Instant.from(instant), PARIS)

/** Everything that was said of the months of a structure between two, in the order it was said; one statement. */
export async function statementsOf(
  { tx }: Pick<ReadCtx, 'tx'>,
  { siaeId, first, last }: { readonly siaeId: string; readonly first: Month; readonly last: Month },
): Promise<readonly Statement[]> {
  const { rows } = await sql<Row>`
    select said.id, said.annex_id, annex.measure, said.month, said.amount, said.by_state, said.by_departement, said.previous_id, said.cause,
      to_json(said.recorded_at)#>>'{}' as recorded_at, to_json(said.superseded_at)#>>'{}' as superseded_at
    from payment_statement as said join financial_annex as annex on annex.id = said.annex_id
    where said.siae_id = ${siaeId} and said.month between ${isoDate(daysOf(first).first)} and ${isoDate(daysOf(last).first)}
    order by said.month, said.recorded_at, said.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    annexId: row.annex_id,
    measure: row.measure,
    month: monthOf(day(row.month)),
    amount: cents(row.amount),
    byState: cents(row.by_state),
    byDepartement: cents(row.by_departement),
    previousId: row.previous_id,
    cause: row.cause,
    saidOn: dayOf(row.recorded_at),
    supersededOn: row.superseded_at === null ? null : dayOf(row.superseded_at),
  }))
}
