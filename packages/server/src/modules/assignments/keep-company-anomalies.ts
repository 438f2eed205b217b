import { isoDate } from '@maillage/kernel'
import { aheadAnomalies, companyHoursAhead } from '@maillage/rules/assignments'
import { companyPlacementAnomalies } from '@maillage/rules/employment'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { type CompanyFactsRow, companyFactsIn, companyFactsOf, WAIVERS, waiversIn } from './queries/company-facts.ts'

const TOLD = ['assignments/company-hours-would-pass', 'employment/company-hours-passed']

interface Row extends CompanyFactsRow {
  readonly waivers: readonly { readonly first: string; readonly last: string }[]
}

/**
 * Looks again at the hours of somebody with companies after a mission or a statement was written: what the law says otherwise is opened on their stay,
 * what no longer holds is closed. Nothing is refused: the work was agreed, or done.
 */
export async function keepCompanyAnomalies(
  ctx: Ctx,
  { id: stayId, personId, organisationId }: { readonly id: string; readonly personId: string; readonly organisationId: string },
): Promise<void> {
  const { rows } = await sql<Row>`select ${companyFactsOf(sql`${personId}::uuid`)}, ${WAIVERS} as waivers`.execute(ctx.tx)
  const [row] = rows
  if (!row) return
  const [facts, waivers] = [companyFactsIn(row), waiversIn(row.waivers)]
  const counter = companyHoursAhead(ctx.law, { ...facts, waivers, on: ctx.today })
  const waiver = waivers.find(({ first, last }) => first <= ctx.today && ctx.today <= last)
  const found = [
    ...companyPlacementAnomalies(ctx.law, { placements: facts.placements, on: ctx.today, ...(waiver ? { waiver } : {}) }),
    ...(counter ? aheadAnomalies(ctx.law, counter.value) : []),
  ].filter(({ code }) => TOLD.includes(code))
  // What is kept goes through text: the days of one figure are compared as they are stored.
  const standing = JSON.stringify(found.map(({ code, details }) => ({ rule: code, facts: details })))
  await sql`
    update anomaly set resolved_at = ${ctx.now.toString()}, resolution = 'missions-changed'
    where subject_table = 'siae_stay' and subject_id = ${stayId} and resolved_at is null and rule = any (${TOLD}::text[])
      and not exists (
        select from jsonb_array_elements(${standing}::jsonb) as said (told)
        where said.told ->> 'rule' = anomaly.rule and said.told -> 'facts' = anomaly.facts)`.execute(ctx.tx)
  for (const { code, details, source } of found)
    await sql`
      insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
      values (${ctx.ids.next()}, ${code}, ${JSON.stringify(source ?? null)}::jsonb, 'siae_stay', ${stayId}, ${organisationId},
        ${JSON.stringify(details)}::jsonb, 'operator', ${isoDate(ctx.today)}, ${ctx.now.toString()})
      on conflict (rule, subject_id) where resolved_at is null do nothing`.execute(ctx.tx)
}
