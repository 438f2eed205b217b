import { type CalendarDate, isoDate, type RefusalDetails, type Source } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../command/context.ts'

interface Found {
  readonly code: string
  readonly details?: RefusalDetails | undefined
  readonly source?: Source | undefined
}

/** How anomalies are kept, whatever they are about. */
interface Keeping {
  readonly table: string
  /** What closes those that hold no more: a word of the anomalies page. */
  readonly resolution: string
  /** Who can settle them. */
  readonly solver?: 'operator' | 'authority'
  /** Rules of the same subject that are looked at somewhere else: left as they are. */
  readonly elsewhere?: readonly string[]
}

/** What an anomaly is about. */
interface Subject {
  readonly id: string
  readonly organisationId: string | null
  /** The day since when the fact is as it is. */
  readonly since: CalendarDate
}

/**
 * What the law says otherwise of several facts, looked at again: what is found is opened, once; what no longer holds, or holds with other figures, is
 * closed. Two statements, whatever their number.
 */
export async function keepAnomaliesOf(
  { tx, now, ids }: Pick<Ctx, 'tx' | 'now' | 'ids'>,
  { table, resolution, solver = 'operator', elsewhere = [] }: Keeping,
  looked: readonly (Subject & { readonly found: readonly Found[] })[],
): Promise<void> {
  const standing = looked.flatMap(({ id: subject, organisationId: organisation, since, found }) =>
    found.map(({ code, details = {}, source = null }) => ({
      id: ids.next(),
      rule: code,
      subject,
      organisation,
      source,
      facts: details,
      since: isoDate(since),
    })),
  )
  const said = sql`jsonb_to_recordset(${JSON.stringify(standing)}::jsonb)
    as said (id uuid, rule text, subject uuid, organisation uuid, source jsonb, facts jsonb, since date)`
  await sql`
    update anomaly set resolved_at = ${now.toString()}, resolution = ${resolution}
    where subject_id = any (${looked.map(({ id }) => id)}::uuid[]) and resolved_at is null and rule <> all (${elsewhere}::text[])
      and not exists (select from ${said} where said.rule = anomaly.rule and said.subject = anomaly.subject_id and said.facts = anomaly.facts)`.execute(
    tx,
  )
  if (standing.length === 0) return
  await sql`
    insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
    select said.id, said.rule, coalesce(said.source, 'null'), ${table}, said.subject, said.organisation, said.facts, ${solver}, said.since, ${now.toString()}
    from ${said}
    on conflict (rule, subject_id) where resolved_at is null do nothing`.execute(tx)
}

/**
 * The same for one fact.
 * @example await keepAnomalies(ctx, { table: 'exit', id, organisationId, since: exit.exitOn, resolution: 'exit-corrected' }, found)
 */
export const keepAnomalies = (
  ctx: Ctx,
  { id, organisationId, since, ...keeping }: Subject & Keeping,
  found: readonly Found[],
): Promise<void> => keepAnomaliesOf(ctx, keeping, [{ id, organisationId, since, found }])
