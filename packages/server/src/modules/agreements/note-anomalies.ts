import { source } from '@maillage/kernel'
import type { Anomaly } from '@maillage/rules'
import { type AgreementAnomaly, annexAnomalies } from '@maillage/rules/agreements'
import { keepAnomalies } from '../../platform/anomalies/keep-anomalies.ts'
import type { Ctx } from '../../platform/command/context.ts'
import { annexesOf } from './queries/annexes-of.ts'

const READ_AGAIN = source('Annexe financière', 'computed', 'Relecture de ce qui a été enregistré')

/**
 * What the law says otherwise of an annex: a fact is recorded all the same, and what is wrong is noted for the service that typed it, who alone can
 * correct it. What no longer holds, or stood on an annex taken back, is settled.
 */
export async function noteAnomalies(
  ctx: Ctx,
  { siaeId, annexId }: { readonly siaeId: string; readonly annexId: string },
): Promise<readonly Anomaly<AgreementAnomaly>[]> {
  const standing = (await annexesOf(ctx, { siaeId })).find(({ id }) => id === annexId)
  const found = standing ? annexAnomalies(ctx.law, standing.annex) : []
  await keepAnomalies(
    ctx,
    {
      table: 'financial_annex',
      id: annexId,
      organisationId: ctx.actor.hat?.organisationId ?? null,
      since: ctx.today,
      resolution: 'corrected',
      solver: 'authority',
    },
    found.map((each) => ({ ...each, source: each.source ?? READ_AGAIN })),
  )
  return found
}
