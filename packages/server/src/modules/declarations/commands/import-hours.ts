import { granted, type Month, type Outcome } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { correctHours, employer, mayTypeHours, monthSheetsOf, monthTeam, type TypedHours, typeHours } from '../../employment/index.ts'
import { refuse } from '../import-messages.fr.ts'
import { HOURS_ROLES, mayImportHours } from '../import-policy.ts'
import { importFields } from '../imports/import-fields.ts'
import { judgeHoursFile, monthCarried } from '../imports/judge-hours.ts'
import { type JudgedHours, placeKey } from '../imports/judged-hours.ts'
import { sentTable } from '../imports/sent-table.ts'
import { hoursLayout } from '../layouts/layouts.ts'
import { readLines } from '../layouts/read-lines.ts'
import { type RecordedLine, recordRun, rememberTitles } from '../store-imports.ts'
import { teamFor } from '../team-for.ts'

const schema = z.object({
  siaeId: z.uuid('Choisissez la structure'),
  /** The month of the whole file, when its lines do not say one. */
  month: z.string().default('').transform(monthCarried),
  reason: z.string().trim().max(500, 'Le motif dépasse 500 caractères : raccourcissez-le').default(''),
  ...importFields,
})

/** The lines that change something, month by month, the oldest first. */
function byMonth(lines: readonly JudgedHours[]): readonly (readonly [Month, readonly JudgedHours[]])[] {
  const changing = lines.filter(({ state, row }) => row !== null && (state === 'new' || state === 'changed'))
  const months = [...new Set(changing.flatMap(({ month }) => month ?? []))].toSorted((a, b) => a - b)
  return months.map((month) => [month, changing.filter((line) => line.month === month)])
}

/** Writes the lines of a month by the command of its sheet: as a draft, or as a correction with its reason when the month was opened again. */
async function writeMonth(
  ctx: Ctx,
  { siaeId, month, rows, reason, state }: { siaeId: string; month: Month; rows: TypedHours[]; reason: string; state: string },
): Promise<Outcome<{ readonly changed: number }>> {
  if (state !== 'reopened') return typeHours.execute(ctx, { siaeId, month, rows })
  if (reason === '') return refuse('declarations/import-reason-missing', {}, 'reason')
  return correctHours.execute(ctx, { siaeId, month, rows, reason })
}

/** Which version of which hours each line wrote. One statement. */
async function recordedIn(ctx: Ctx, siaeId: string, month: Month, lines: readonly JudgedHours[]): Promise<readonly RecordedLine[]> {
  const now = new Map(
    (await monthTeam(ctx, { siaeId, month, withLeavers: true })).flatMap(({ hours }) =>
      hours.map((each) => [placeKey(each), each] as const),
    ),
  )
  return lines.flatMap(({ rank, personId, row }) => {
    const hours = row && now.get(placeKey(row))
    return hours ? [{ rank, personId, recorded: { hours: hours.id, version: hours.version } }] : []
  })
}

/**
 * Records the hours of a file, all of its lines or none, through the sheets of their months: what the sheet refuses, the file is refused too. The
 * same file sent again changes nothing.
 */
export const importHours = command({
  name: 'declarations/import-hours',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, month: filed, reason, table, titles, source }) {
    const siae = await employer(ctx, siaeId)
    if (!siae || !mayTypeHours(ctx.actor, siae)) return notFound()
    if (!mayImportHours(ctx.actor)) return refuse('declarations/import-not-yours')
    const unitId = await teamFor(ctx, siaeId)
    if (unitId === undefined) return refuse('declarations/team-needed')
    const lines = await judgeHoursFile(ctx, siae, readLines(hoursLayout, sentTable(hoursLayout, table)), filed)
    const refused = lines.filter(({ state }) => state === 'refused').length
    if (refused > 0) return refuse('declarations/import-not-understood', { count: refused })
    const months = byMonth(lines)
    const [first, last] = [months[0]?.[0], months.at(-1)?.[0]]
    if (first === undefined || last === undefined) return refuse('declarations/nothing-to-import')
    const sheets = await monthSheetsOf(ctx, { siaeId, first, last })
    let changed = 0
    const recorded: RecordedLine[] = []
    for (const [month, of] of months) {
      const state = sheets.find((sheet) => sheet.month === month)?.state ?? 'missing'
      const rows = of.flatMap(({ row }) => row ?? [])
      const written = await writeMonth(ctx, { siaeId, month, rows, reason, state })
      // The sheet names its own boxes: here it is the file that is refused.
      if (!written.ok) return { ok: false, refusals: written.refusals.map(({ field: _box, ...refusal }) => refusal) }
      changed += written.value.changed
      recorded.push(...(await recordedIn(ctx, siaeId, month, of)))
    }
    const run = { organisationId: siae.organisationId, siaeId, kind: 'hours' } as const
    await rememberTitles(ctx, run, titles)
    const runId = await recordRun(ctx, { ...run, unitId, readers: HOURS_ROLES, source, lines: recorded })
    return granted({ runId, changed })
  },
  trace: ({ siaeId }, { runId }) => ({ subjects: { siae: siaeId, import: runId }, fields: ['file'] }),
})
