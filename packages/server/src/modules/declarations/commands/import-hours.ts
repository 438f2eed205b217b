import { granted, type Month, type Outcome } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { notFound } from '../../../platform/command/perform.ts'
import {
  amendContract,
  correctHours,
  employer,
  endContract,
  findContract,
  mayTypeHours,
  monthSheetsOf,
  monthTeam,
  renewContract,
  type TypedHours,
  typeHours,
} from '../../employment/index.ts'
import { refuse } from '../import-messages.fr.ts'
import { HOURS_ROLES, mayImportHours } from '../import-policy.ts'
import type { ContractAct } from '../imports/contract-differences.ts'
import { importFields } from '../imports/import-fields.ts'
import { judgeHoursFile, monthCarried } from '../imports/judge-hours.ts'
import { hoursKey, type JudgedHours, placeKey } from '../imports/judged-hours.ts'
import { keysOf } from '../imports/judged-line.ts'
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
  /** The differences that somebody accepted, as they read them; the others change nothing. */
  accepted: z
    .string()
    .max(100_000)
    .default('')
    .transform((text): ReadonlySet<string> => new Set(text.split(' ').filter(Boolean))),
  ...importFields,
})

/** The lines whose hours are accepted, month by month, the oldest first. */
function byMonth(lines: readonly JudgedHours[], accepted: ReadonlySet<string>): readonly (readonly [Month, readonly JudgedHours[]])[] {
  const changing = lines.filter(({ rank, row }) => row !== null && accepted.has(hoursKey(rank, row)))
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

/** Changes a contract by the act that its difference calls for; refused when somebody changed it since it was compared. */
async function actOn(ctx: Ctx, asked: ContractAct, version: number): Promise<Outcome<{ readonly contractId: string }>> {
  const { contractId } = asked
  const contract = await findContract(ctx, contractId)
  if (!contract) return notFound()
  const { weeklyHours, worksiteId, post, market, lot, clauseKind } = contract
  const terms = { contractId, version, weeklyHours, worksiteId, post, market, lot, clauseKind }
  if (asked.act === 'amend') {
    const { effectOn, weeklyHours: amended } = asked
    return amendContract.execute(ctx, { ...terms, effectOn, weeklyHours: amended })
  }
  const { lastDay } = asked
  if (asked.act === 'renew') return renewContract.execute(ctx, { ...terms, firstDay: asked.firstDay, lastDay })
  return endContract.execute(ctx, { contractId, version, lastDay, reason: 'other-in-the-file' })
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
 * Records what was accepted of a file, all of it or nothing: hours through the sheets of their months, contracts by their acts. What a sheet refuses,
 * the file is refused too. Something that changed since it was read is shown again, not written. The same file sent again changes nothing.
 */
export const importHours = command({
  name: 'declarations/import-hours',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, month: filed, reason, accepted, table, titles, source }) {
    const siae = await employer(ctx, siaeId)
    if (!siae || !mayTypeHours(ctx.actor, siae)) return notFound()
    if (!mayImportHours(ctx.actor)) return refuse('declarations/import-not-yours')
    const unitId = await teamFor(ctx, siaeId)
    if (unitId === undefined) return refuse('declarations/team-needed')
    const lines = await judgeHoursFile(ctx, siae, readLines(hoursLayout, sentTable(hoursLayout, table)), filed)
    const refused = lines.filter(({ state }) => state === 'refused').length
    if (refused > 0) return refuse('declarations/import-not-understood', { count: refused })
    const keys = new Set(keysOf(lines))
    if (keys.size === 0) return refuse('declarations/nothing-to-import')
    if (accepted.size === 0) return refuse('declarations/nothing-accepted')
    if ([...accepted].some((key) => !keys.has(key))) return refuse('declarations/differences-moved')
    const recorded = new Map<number, RecordedLine>()
    const keep = ({ rank, personId, recorded: made }: RecordedLine) =>
      recorded.set(rank, { rank, personId, recorded: { ...recorded.get(rank)?.recorded, ...made } })
    // An amendment and an end of one contract follow each other.
    const revised = new Map<string, number>()
    // The contracts first: hours are looked at again with the contracts that cover them.
    for (const { rank, personId, acts } of lines)
      for (const act of acts.filter(({ key }) => accepted.has(key))) {
        const version = revised.get(act.contractId) ?? act.version
        const done = await actOn(ctx, act, version)
        if (!done.ok) return { ok: false, refusals: done.refusals.map(({ field: _box, ...refusal }) => refusal) }
        if (act.act !== 'renew') revised.set(act.contractId, version + 1)
        keep({ rank, personId, recorded: { contract: done.value.contractId } })
      }
    const months = byMonth(lines, accepted)
    const [first, last] = [months[0]?.[0], months.at(-1)?.[0]]
    const sheets = first === undefined || last === undefined ? [] : await monthSheetsOf(ctx, { siaeId, first, last })
    for (const [month, of] of months) {
      const state = sheets.find((sheet) => sheet.month === month)?.state ?? 'missing'
      const rows = of.flatMap(({ row }) => row ?? [])
      const written = await writeMonth(ctx, { siaeId, month, rows, reason, state })
      // The sheet names its own boxes: here it is the file that is refused.
      if (!written.ok) return { ok: false, refusals: written.refusals.map(({ field: _box, ...refusal }) => refusal) }
      for (const line of await recordedIn(ctx, siaeId, month, of)) keep(line)
    }
    const run = { organisationId: siae.organisationId, siaeId, kind: 'hours' } as const
    await rememberTitles(ctx, run, titles)
    const runId = await recordRun(ctx, { ...run, unitId, readers: HOURS_ROLES, source, lines: [...recorded.values()] })
    return granted({ runId, changed: accepted.size })
  },
  trace: ({ siaeId }, { runId }) => ({ subjects: { siae: siaeId, import: runId }, fields: ['file'] }),
})
