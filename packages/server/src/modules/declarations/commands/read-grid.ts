import { addDays, daysOf, frenchDate, frenchMonth, granted, isoDate, type Month, parseMonth } from '@maillage/kernel'
import { z } from 'zod'
import { legalDay } from '../../../platform/clock.ts'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import type { ReadFile } from '../../../platform/uploads/upload.ts'
import { employer } from '../../employment/index.ts'
import { findGrid, kindOfLine, monthOfGrid } from '../grid/find-grid.ts'
import { understandRun } from '../grid/understand-run.ts'
import { DAYS_TO_CONFIRM, type RunLayout, type SheetLayout } from '../import-run.ts'
import { refuse } from '../messages.fr.ts'
import { GRID_READERS, mayImportGridOf } from '../policy.ts'
import { gridTeam } from '../queries/grid-team.ts'
import { insertRun, type NewLine, runsOfMonth } from '../store.ts'

const LINES_AT_MOST = 3_000

const schema = z.object({
  siaeId: z.uuid(),
  month: z.string().transform((typed, context) => {
    const read = parseMonth(typed)
    if (read !== undefined) return read
    context.addIssue({ code: 'custom', message: 'Choisissez un mois' })
    return z.NEVER
  }),
  contractHours: z.enum(['week', 'month'], 'Dites si les heures du contrat sont comptées par semaine ou par mois'),
  // What the platform read of a file: nothing of it was typed.
  file: z.custom<ReadFile>((value) => typeof value === 'object' && value !== null),
})

/** Where the grids of a file stand: sheets without one, or of another month, are left. */
function layoutsOf(file: ReadFile, month: Month): readonly SheetLayout[] {
  return file.tables.sheets.map((sheet) => {
    const grid = findGrid(sheet)
    const said = grid && monthOfGrid(sheet, grid)
    const left = grid === null ? 'no-grid' : said !== undefined && said !== null && said !== month ? 'other-month' : undefined
    return { name: sheet.name, merges: sheet.merges, grid: left ? null : grid, ...(left ? { left } : {}) }
  })
}

/** Reads a monthly follow-up grid: nothing is recorded, every line is shown with what is understood of it and why not. */
export const readGrid = command({
  name: 'declarations/read-grid',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, month, contractHours, file }) {
    const siae = await employer(ctx, siaeId)
    if (!siae || siae.organisationId !== ctx.actor.hat?.organisationId) return notFound()
    if (!mayImportGridOf(ctx.actor, siae)) return refuse('declarations/not-yours')
    const { sheets: given } = file.tables
    const sheets = layoutsOf(file, month)
    if (sheets.every(({ grid }) => grid === null)) {
      const other = sheets.findIndex(({ left }) => left === 'other-month')
      const sheet = given[other]
      const said = sheet && monthOfGrid(sheet, findGrid(sheet) ?? { header: 0, columns: {} })
      return said === undefined
        ? refuse('declarations/no-grid', {}, 'file')
        : refuse('declarations/other-month', { month: frenchMonth(said) }, 'file')
    }
    if (given.reduce((sum, { rows }) => sum + rows.length, 0) > LINES_AT_MOST)
      return refuse('declarations/too-many-lines', { most: LINES_AT_MOST }, 'file')
    const first = daysOf(month).first
    const before = (await runsOfMonth(ctx, { siaeId, month: first, state: 'recorded' })).find(
      ({ fingerprint }) => fingerprint === file.fingerprint,
    )
    if (before)
      return refuse('declarations/already-recorded', { on: frenchDate(legalDay(before.recordedAt, ctx.actor.hat.timeZone)) }, 'file')
    const team = await gridTeam(ctx, { siaeId, month })
    const unitId = unitOf(ctx.actor.hat.units, team.members)
    if (unitId === undefined) return refuse('declarations/no-team')

    const layout: RunLayout = { sheets, contractHours }
    const lines = given.flatMap(({ rows }, sheet) =>
      rows.map((cells, line): NewLine => {
        const grid = sheets[sheet]?.grid
        const kind = grid ? kindOfLine(cells, line, grid) : 'above'
        const state = kind === 'person' ? 'understood' : 'not-a-fact'
        const reasons = kind === 'person' || !grid ? [] : [{ code: kind, blocking: false }]
        return { sheet, line, state, cells, reading: null, reasons, personId: null }
      }),
    )
    if (!lines.some(({ state }) => state === 'understood')) return refuse('declarations/nobody-in-file', {}, 'file')
    const keyed = lines.map((line) => ({ ...line, id: `${line.sheet}/${line.line}`, corrections: null }))
    const read = new Map(
      understandRun(keyed, layout, { team, worksites: siae.worksites, contractHours, today: ctx.today }).map((each) => [each.id, each]),
    )
    const runId = await insertRun(
      ctx,
      {
        organisationId: siae.organisationId,
        unitId,
        siaeId,
        kind: 'grid-g1',
        month: first,
        readers: GRID_READERS,
        file: { name: file.name, kind: file.tables.kind, size: file.size, fingerprint: file.fingerprint },
        layout,
        contentUntil: addDays(ctx.today, DAYS_TO_CONFIRM),
      },
      keyed.map(({ id, corrections: _corrections, ...line }) => ({ ...line, ...withoutId(read.get(id)) })),
    )
    return granted({ runId, siaeId, month: isoDate(first) })
  },
  trace: ({ siaeId }, { runId }) => ({ subjects: { siae: siaeId, run: runId }, fields: ['file', 'month', 'contractHours'] }),
})

/** The team that works with most of these people, among the reader's own. */
function unitOf(units: readonly string[], members: readonly { readonly unitId: string }[]): string | undefined {
  const count = (unit: string) => members.filter(({ unitId }) => unitId === unit).length
  return [...units].sort((a, b) => count(b) - count(a))[0]
}

function withoutId<T extends { readonly id: string; readonly corrections: unknown }>(read: T | undefined) {
  if (!read) return {}
  const { id: _id, corrections: _corrections, ...rest } = read
  return rest
}
