import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ImportKind, RunState } from '../import-run.ts'
import type { ImportKind as PayrollKind } from '../tables-imports.ts'

/** A file that was sent, and what became of it. */
export interface SentFile {
  readonly id: string
  readonly kind: ImportKind
  readonly state: RunState
  readonly fileName: string
  readonly siaeId: string | null
  readonly siaeName: string | null
  readonly organisationId: string
  readonly at: Temporal.Instant
  readonly by: string | null
  /** The account that sent it: whoever sent a grid reads its lines alone. */
  readonly byAccountId: string
  /** Those that the reader may read. */
  readonly lines: number
  readonly version: number
}

/** A payroll file whose lines were recorded. */
export type ImportRun = SentFile & { readonly kind: PayrollKind; readonly state: 'recorded' | 'undone' }

interface Row extends Omit<SentFile, 'at' | 'lines'> {
  at: string
  lines: string
}

const PAYROLL: readonly ImportKind[] = ['people', 'contracts', 'hours']
const AT_MOST = 100
const DAYS = 400

/** The files that the reader's teams sent, the latest first; one of them when it is asked. One statement. */
export async function sentFiles({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, id: string | null = null): Promise<readonly SentFile[]> {
  const { rows } = await sql<Row>`
    select run.id, run.kind, run.state, run.file_name as "fileName", run.siae_id as "siaeId", siae.name as "siaeName", run.organisation_id as "organisationId", run.recorded_by as "byAccountId",
      to_char(run.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, run.version,
      (select member.display_name from membership as member
        where member.account_id = run.recorded_by and member.organisation_id = run.organisation_id order by member.first_day desc limit 1) as by,
      (select count(*) from import_line as line where line.run_id = run.id) as lines
    from import_run as run left join siae on siae.id = run.siae_id
    where ${id === null ? sql`run.recorded_at >= ${isoDate(today)}::date - ${DAYS}::integer` : sql`run.id = ${id}`}
    order by run.recorded_at desc, run.id desc limit ${AT_MOST}`.execute(tx)
  return rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.at), lines: Number(row.lines) }))
}

/** A payroll file that was recorded, when the reader may read it. */
export async function importRun(ctx: Pick<ReadCtx, 'tx' | 'today'>, id: string): Promise<ImportRun | undefined> {
  const [run] = await sentFiles(ctx, id)
  return run && PAYROLL.includes(run.kind) && (run.state === 'recorded' || run.state === 'undone') ? (run as ImportRun) : undefined
}

/** What a line recorded: ids and versions. */
export interface ImportedLine {
  readonly rank: number
  readonly personId: string | null
  readonly recorded: Readonly<Record<string, string | number>>
}

/** The lines of a run, in the order of the file. One statement. */
export async function importedLines({ tx }: Pick<ReadCtx, 'tx'>, runId: string): Promise<readonly ImportedLine[]> {
  const { rows } = await sql<ImportedLine>`
    select line + 1 as rank, person_id as "personId", recorded from import_line
    where run_id = ${runId} and recorded is not null order by line`.execute(tx)
  return rows
}
