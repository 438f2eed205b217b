import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { ImportSource } from './imports/import-fields.ts'
import { type ImportKind, importsOf } from './tables-imports.ts'

/** Title of a column of a file, as it is searched → column of ours, or '' for one that is left aside. */
export type Titles = Readonly<Record<string, string>>

interface Of {
  readonly organisationId: string
  readonly siaeId: string | null
  readonly kind: ImportKind
}

/** What was chosen for each title the last time; nothing when it is the first. */
export async function rememberedTitles({ tx }: Pick<Ctx, 'tx'>, { organisationId, siaeId, kind }: Of): Promise<Titles> {
  const row = await importsOf(tx)
    .selectFrom('import_mapping')
    .select('titles')
    .where('organisation_id', '=', organisationId)
    .where('siae_id', siaeId === null ? 'is' : '=', siaeId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return (row?.titles as Titles | undefined) ?? {}
}

/** Remembers the titles of this file beside those of others: a structure may have two tools. */
export async function rememberTitles(ctx: Ctx, { organisationId, siaeId, kind }: Of, titles: Titles): Promise<void> {
  if (Object.keys(titles).length === 0) return
  await sql`
    insert into import_mapping as known (id, organisation_id, siae_id, kind, titles, recorded_at, recorded_by)
    values (${ctx.ids.next()}, ${organisationId}, ${siaeId}, ${kind}, ${JSON.stringify(titles)}::jsonb, ${ctx.now.toString()}, ${ctx.actor.accountId})
    on conflict on constraint import_mapping_once do update set
      titles = known.titles || excluded.titles, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, version = known.version + 1
    where known.titles is distinct from known.titles || excluded.titles`.execute(ctx.tx)
}

/** What one line of a file recorded: ids and versions, never values. */
export interface RecordedLine {
  /** As the spreadsheet numbers it. */
  readonly rank: number
  readonly personId: string | null
  readonly recorded: Readonly<Record<string, string | number>>
}

/** Writes down what a file recorded, so that it can be taken back; nothing of its cells is kept. Two statements. */
export async function recordRun(
  ctx: Ctx,
  run: Of & {
    readonly unitId: string
    readonly readers: readonly string[]
    readonly source: ImportSource
    readonly lines: readonly RecordedLine[]
  },
): Promise<string> {
  const id = ctx.ids.next()
  const [at, by] = [ctx.now.toString(), ctx.actor.accountId]
  const { organisationId, source, lines } = run
  await importsOf(ctx.tx)
    .insertInto('import_run')
    .values({
      id,
      organisation_id: organisationId,
      unit_id: run.unitId,
      siae_id: run.siaeId,
      kind: run.kind,
      month: null,
      readers: [...run.readers],
      state: 'recorded',
      file_name: source.name,
      file_kind: source.kind,
      file_size: source.size,
      fingerprint: source.fingerprint,
      content_until: isoDate(ctx.today),
      recorded_at: at,
      recorded_by: by,
      decided_at: at,
      decided_by: by,
    })
    .execute()
  await importsOf(ctx.tx)
    .insertInto('import_line')
    .values(
      lines.map(({ rank, personId, recorded }) => ({
        id: ctx.ids.next(),
        run_id: id,
        organisation_id: organisationId,
        sheet: 0,
        line: rank - 1,
        state: 'understood' as const,
        person_id: personId,
        recorded: JSON.stringify(recorded),
      })),
    )
    .execute()
  return id
}

/** The file is taken back; false when somebody had already. */
export async function markUndone({ tx, now, actor }: Ctx, runId: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await importsOf(tx)
    .updateTable('import_run')
    .set({ state: 'undone', decided_at: now.toString(), decided_by: actor.accountId, version: version + 1 })
    .where('id', '=', runId)
    .where('state', '=', 'recorded')
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
