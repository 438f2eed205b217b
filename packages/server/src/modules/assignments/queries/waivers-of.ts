import { day, type Period } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { assignmentsOf } from '../tables.ts'

/** The decisions of the préfet that my organisation recorded, the latest first. One statement. */
export async function waiversOf({
  tx,
  actor,
}: Pick<ReadCtx, 'tx' | 'actor'>): Promise<readonly (Period & { readonly id: string; readonly reference: string })[]> {
  const rows = await assignmentsOf(tx)
    .selectFrom('placement_waiver')
    .select(['id', 'first_day', 'last_day', 'reference'])
    .where('organisation_id', '=', actor?.hat?.organisationId ?? null)
    .orderBy('first_day', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, first_day, last_day, reference }) => ({ id, reference, first: day(first_day), last: day(last_day) }))
}
