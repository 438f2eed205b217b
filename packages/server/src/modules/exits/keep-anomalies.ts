import { isoDate } from '@maillage/kernel'
import { type ExitAnomaly, exitAnomalies } from '@maillage/rules/exits'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { contractEnds } from '../employment/index.ts'
import type { StayExit } from './model.ts'

/** To be known, and said where the exit is shown: nobody has anything to put right. */
const ONLY_TOLD: ReadonlySet<ExitAnomaly> = new Set(['exits/continues-in-another-siae'] as const)

/** What is wrong in an exit that stands is opened, what no longer holds is closed; null: the exit was cancelled, nothing holds any more. */
export async function keepAnomalies(ctx: Ctx, exitId: string, exit: StayExit | null): Promise<void> {
  const contracts = exit ? await contractEnds(ctx, exit.stayId) : []
  const found = exit
    ? exitAnomalies({ exit, contracts, earlierExitOn: null, worksElsewhere: false }).filter(({ code }) => !ONLY_TOLD.has(code))
    : []
  const kept = found.map(({ code, details }) => ({ rule: code, facts: details }))
  await sql`
    update anomaly set resolved_at = ${ctx.now.toString()}, resolution = ${exit ? 'exit-corrected' : 'exit-cancelled'}
    where subject_id = ${exitId} and resolved_at is null and not exists (
      select from jsonb_array_elements(${JSON.stringify(kept)}::jsonb) as said (line)
      where said.line ->> 'rule' = anomaly.rule and said.line -> 'facts' = anomaly.facts)`.execute(ctx.tx)
  for (const { code, details, source } of found)
    await sql`
      insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
      values (${ctx.ids.next()}, ${code}, ${JSON.stringify(source ?? null)}::jsonb, 'exit', ${exitId}, ${exit?.organisationId ?? null},
        ${JSON.stringify(details)}::jsonb, 'operator', ${isoDate(exit?.exitOn ?? ctx.today)}, ${ctx.now.toString()})
      on conflict (rule, subject_id) where resolved_at is null do nothing`.execute(ctx.tx)
}
