import { type CalendarDate, isoDate, type RefusalDetails, type Source } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../command/context.ts'

interface Found {
  readonly code: string
  readonly details: RefusalDetails
  readonly source?: Source | undefined
}

interface Subject {
  readonly table: string
  readonly id: string
  readonly organisationId: string | null
  /** The day since when the fact is as it is. */
  readonly since: CalendarDate
  /** What closes those that hold no more: a word of the anomalies page. */
  readonly resolution: string
}

/**
 * What the law says otherwise of a fact, looked at again: what is found is opened, once; what no longer holds, or holds with other figures, is closed.
 * @example await keepAnomalies(ctx, { table: 'exit', id, organisationId, since: exit.exitOn, resolution: 'exit-corrected' }, found)
 */
export async function keepAnomalies(ctx: Ctx, subject: Subject, found: readonly Found[]): Promise<void> {
  const kept = found.map(({ code, details }) => ({ rule: code, facts: details }))
  await sql`
    update anomaly set resolved_at = ${ctx.now.toString()}, resolution = ${subject.resolution}
    where subject_id = ${subject.id} and resolved_at is null and not exists (
      select from jsonb_array_elements(${JSON.stringify(kept)}::jsonb) as said (line)
      where said.line ->> 'rule' = anomaly.rule and said.line -> 'facts' = anomaly.facts)`.execute(ctx.tx)
  for (const { code, details, source } of found)
    await sql`
      insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
      values (${ctx.ids.next()}, ${code}, ${JSON.stringify(source ?? null)}::jsonb, ${subject.table}, ${subject.id}, ${subject.organisationId},
        ${JSON.stringify(details)}::jsonb, 'operator', ${isoDate(subject.since)}, ${ctx.now.toString()})
      on conflict (rule, subject_id) where resolved_at is null do nothing`.execute(ctx.tx)
}
