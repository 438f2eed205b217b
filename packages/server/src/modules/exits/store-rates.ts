import type { PlieIndicator } from '@maillage/rules/exits'
import type { Ctx } from '../../platform/command/context.ts'
import { exitTablesOf } from './tables.ts'

/** The rate that holds from now on; null withdraws it. What held before stays readable; `agreed_exit_rate_one_current` stands behind. */
export async function replaceAgreedRate(
  { tx, ids, now, actor }: Ctx,
  rate: {
    readonly siaeId: string
    readonly organisationId: string
    readonly year: number
    readonly measure: PlieIndicator
    readonly percent: number | null
    readonly document: string
  },
): Promise<void> {
  await exitTablesOf(tx)
    .updateTable('agreed_exit_rate')
    .set({ superseded_at: now.toString() })
    .where('siae_id', '=', rate.siaeId)
    .where('year', '=', rate.year)
    .where('measure', '=', rate.measure)
    .where('superseded_at', 'is', null)
    .execute()
  if (rate.percent === null) return
  await exitTablesOf(tx)
    .insertInto('agreed_exit_rate')
    .values({
      id: ids.next(),
      organisation_id: rate.organisationId,
      siae_id: rate.siaeId,
      year: rate.year,
      measure: rate.measure,
      percent: rate.percent,
      document: rate.document,
      recorded_at: now.toString(),
      recorded_by: actor.accountId,
      superseded_at: null,
    })
    .execute()
}
