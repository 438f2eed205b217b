import type { PlieIndicator } from '@maillage/rules/exits'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { exitTablesOf } from '../tables.ts'

export interface AgreedRate {
  readonly percent: number
  /** The agreement that says it. */
  readonly document: string
}

/** The rates agreed for a structure and a year, by measure. One statement. */
export async function agreedRatesOf(
  { tx }: Pick<ReadCtx, 'tx'>,
  { siaeId, year }: { readonly siaeId: string; readonly year: number },
): Promise<ReadonlyMap<PlieIndicator, AgreedRate>> {
  const rows = await exitTablesOf(tx)
    .selectFrom('agreed_exit_rate')
    .select(['measure', 'percent', 'document'])
    .where('siae_id', '=', siaeId)
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .execute()
  return new Map(rows.map(({ measure, ...rate }) => [measure, rate]))
}
