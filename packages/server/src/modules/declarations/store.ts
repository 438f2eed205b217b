import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { type Selectable, sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { CellValue, TableKind } from '../../platform/uploads/tables.ts'
import type { ImportKind, ImportLine, ImportRun, LineReason, LineState, RecordedFacts, RunLayout, RunState } from './import-run.ts'
import { openContent, sealContent } from './line-content.ts'
import { type DeclarationTables, declarationsOf } from './tables.ts'

type Reading = Pick<Ctx, 'tx'>
type Opening = Pick<Ctx, 'tx' | 'keys'>

const runOf = (row: Selectable<DeclarationTables['import_run']>): ImportRun => ({
  id: row.id,
  organisationId: row.organisation_id,
  unitId: row.unit_id,
  siaeId: row.siae_id,
  kind: row.kind,
  month: row.month === null ? null : day(row.month),
  state: row.state,
  fileName: row.file_name,
  fileKind: row.file_kind,
  fingerprint: row.fingerprint,
  layout: row.layout as RunLayout | null,
  contentUntil: day(row.content_until),
  recordedAt: Temporal.Instant.from(row.recorded_at),
  recordedBy: row.recorded_by,
  version: row.version,
})

/** A run of my teams, of those that my role opens; undefined for anybody else. */
export async function findRun({ tx }: Reading, id: string): Promise<ImportRun | undefined> {
  const row = await declarationsOf(tx).selectFrom('import_run').selectAll().where('id', '=', id).executeTakeFirst()
  return row && runOf(row)
}

/** Runs of one structure and month, the latest first. */
export async function runsOfMonth(
  { tx }: Reading,
  { siaeId, month, state }: { readonly siaeId: string; readonly month: CalendarDate; readonly state: RunState },
): Promise<readonly ImportRun[]> {
  const rows = await declarationsOf(tx)
    .selectFrom('import_run')
    .selectAll()
    .where('siae_id', '=', siaeId)
    .where('month', '=', isoDate(month))
    .where('state', '=', state)
    .orderBy('recorded_at', 'desc')
    .execute()
  return rows.map(runOf)
}

/** The lines of a run in the order of the file; none when its content is not for me. */
export async function linesOf<R>({ tx, keys }: Opening, runId: string): Promise<readonly ImportLine<R>[]> {
  const rows = await declarationsOf(tx)
    .selectFrom('import_line')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('sheet')
    .orderBy('line')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    sheet: row.sheet,
    line: row.line,
    state: row.state,
    ...openContent<R>(keys, row),
    personId: row.person_id,
    recorded: row.recorded as RecordedFacts | null,
  }))
}

/** A file that was read. */
export interface NewRun {
  readonly organisationId: string
  readonly unitId: string
  readonly siaeId: string | null
  readonly kind: ImportKind
  readonly month: CalendarDate | null
  readonly readers: readonly string[]
  readonly file: { readonly name: string; readonly kind: TableKind; readonly size: number; readonly fingerprint: string }
  readonly layout: unknown
  readonly contentUntil: CalendarDate
}

/** What is written of a line when it is read. */
export interface NewLine {
  readonly sheet: number
  readonly line: number
  readonly state: LineState
  readonly cells: readonly CellValue[]
  readonly reading: unknown
  readonly reasons: readonly LineReason[]
  readonly personId: string | null
}

/** Writes a run and its lines; all the lines in one statement. */
export async function insertRun(ctx: Ctx, run: NewRun, lines: readonly NewLine[]): Promise<string> {
  const id = ctx.ids.next()
  await declarationsOf(ctx.tx)
    .insertInto('import_run')
    .values({
      id,
      organisation_id: run.organisationId,
      unit_id: run.unitId,
      siae_id: run.siaeId,
      kind: run.kind,
      month: run.month === null ? null : isoDate(run.month),
      readers: [...run.readers],
      state: 'read',
      file_name: run.file.name,
      file_kind: run.file.kind,
      file_size: run.file.size,
      fingerprint: run.file.fingerprint,
      layout: JSON.stringify(run.layout),
      content_until: isoDate(run.contentUntil),
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
      decided_at: null,
      decided_by: null,
      version: 1,
    })
    .execute()
  const rows = lines.map(({ sheet, line, state, personId, ...content }) => {
    const lineId = ctx.ids.next()
    return { id: lineId, sheet, line, state, personId, content: sealContent(ctx.keys, lineId, { corrections: null, ...content }) }
  })
  await sql`insert into import_line (id, run_id, organisation_id, sheet, line, state, content, person_id)
    select each.id, ${id}::uuid, ${run.organisationId}::uuid, each.sheet, each.line, each.state, each.content, each."personId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as each(id uuid, sheet smallint, line integer, state text, content text, "personId" uuid)`.execute(ctx.tx)
  return id
}

export interface LineChange {
  readonly id: string
  readonly state: LineState
  readonly cells: readonly CellValue[] | null
  readonly corrections: Readonly<Record<string, string>> | null
  readonly reading: unknown
  readonly reasons: readonly LineReason[]
  readonly personId: string | null
}

/** Writes what changed in the understanding of lines, in one statement. */
export async function writeLines({ tx, keys }: Opening, changes: readonly LineChange[]): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ id, state, personId, ...content }) => ({ id, state, personId, content: sealContent(keys, id, content) }))
  await sql`update import_line set state = each.state, content = each.content, person_id = each."personId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as each(id uuid, state text, content text, "personId" uuid)
    where import_line.id = each.id`.execute(tx)
}

/** Writes what was recorded of lines. */
export async function writeRecorded(
  { tx }: Reading,
  done: readonly { readonly id: string; readonly recorded: RecordedFacts }[],
): Promise<void> {
  if (done.length === 0) return
  await sql`update import_line set recorded = each.recorded
    from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as each(id uuid, recorded jsonb) where import_line.id = each.id`.execute(tx)
}

/** The run as it goes on; false when somebody changed it since it was read. */
export async function moveRun(
  ctx: Ctx,
  run: Pick<ImportRun, 'id' | 'version'>,
  change: { readonly state?: RunState; readonly contentUntil?: CalendarDate; readonly erased?: boolean } = {},
): Promise<boolean> {
  const decided = change.state === undefined ? {} : { state: change.state, decided_at: ctx.now.toString(), decided_by: ctx.actor.accountId }
  const { numUpdatedRows } = await declarationsOf(ctx.tx)
    .updateTable('import_run')
    .set({
      version: run.version + 1,
      ...decided,
      ...(change.contentUntil === undefined ? {} : { content_until: isoDate(change.contentUntil) }),
      ...(change.erased ? { layout: null } : {}),
    })
    .where('id', '=', run.id)
    .where('version', '=', run.version)
    .executeTakeFirst()
  if (change.erased) await declarationsOf(ctx.tx).updateTable('import_line').set({ content: null }).where('run_id', '=', run.id).execute()
  return numUpdatedRows === 1n
}

/** That a file was produced, from which facts: never the file. */
export async function insertProduced(
  ctx: Ctx,
  file: {
    readonly organisationId: string
    readonly unitId: string
    readonly siaeId: string
    readonly runId: string | null
    readonly edition: 'own' | 'sent'
    readonly fileKind: TableKind
    readonly month: CalendarDate
    readonly stays: readonly string[]
  },
): Promise<void> {
  await declarationsOf(ctx.tx)
    .insertInto('produced_file')
    .values({
      id: ctx.ids.next(),
      organisation_id: file.organisationId,
      unit_id: file.unitId,
      siae_id: file.siaeId,
      run_id: file.runId,
      kind: 'grid-g1',
      edition: file.edition,
      file_kind: file.fileKind,
      month: isoDate(file.month),
      facts: JSON.stringify({ stays: file.stays }),
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
    })
    .execute()
}
