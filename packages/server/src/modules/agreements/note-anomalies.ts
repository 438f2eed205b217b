import { isoDate, source } from '@maillage/kernel'
import type { Anomaly } from '@maillage/rules'
import { type AgreementAnomaly, annexAnomalies } from '@maillage/rules/agreements'
import { sql } from 'kysely'
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
  const codes = [...new Set(found.map(({ code }) => code))]
  await sql`
    update anomaly set resolved_at = ${ctx.now.toString()}, resolution = 'corrected'
    where subject_id = ${annexId} and resolved_at is null and rule <> all (${codes}::text[])`.execute(ctx.tx)
  for (const { code, source: from, details } of found) {
    const facts = JSON.stringify(details ?? {})
    await sql`
      insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
      values (${ctx.ids.next()}, ${code}, ${JSON.stringify(from ?? READ_AGAIN)}, 'financial_annex', ${annexId}, ${ctx.actor.hat?.organisationId ?? null},
        ${facts}, 'authority', ${isoDate(ctx.today)}, ${ctx.now.toString()})
      on conflict do nothing`.execute(ctx.tx)
  }
  return found
}
