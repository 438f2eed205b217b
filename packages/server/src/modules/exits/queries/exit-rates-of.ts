import { type CalendarDate, isoDate } from '@maillage/kernel'
import { type ExitRates, exitRates } from '@maillage/rules/exits'
import { type Selectable, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { exitFactsOf } from '../store.ts'
import type { ExitTables } from '../tables.ts'

/**
 * The rates of a structure of the reader's carrier, on all its exits from one day to another, whichever team follows the people: nobody is named.
 * One statement.
 */
export async function exitRatesOf(
  { tx, law, today }: Pick<ReadCtx, 'tx' | 'law' | 'today'>,
  { siaeId, first, last }: { readonly siaeId: string; readonly first: CalendarDate; readonly last: CalendarDate },
): Promise<ExitRates & { readonly recorded: number }> {
  const { rows } = await sql<Selectable<ExitTables['stay_exit']>>`
    select * from exit_facts(${siaeId}, ${isoDate(first)}::date, ${isoDate(last)}::date)`.execute(tx)
  const exits = rows.map((row) => exitFactsOf({ law }, row))
  return { ...exitRates(law, exits, { on: today, audience: 'inside' }), recorded: exits.length }
}
