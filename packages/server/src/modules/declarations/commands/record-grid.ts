import { addMonths, type CalendarDate, granted, invariant, monthOf, type Outcome } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { recordContract, typeHours } from '../../employment/index.ts'
import { recordExit } from '../../exits/index.ts'
import type { GridContext, GridReading } from '../grid/understand-line.ts'
import { changesIn, understandRun } from '../grid/understand-run.ts'
import { type ImportLine, MONTHS_OF_CONTENT, type RecordedFacts } from '../import-run.ts'
import { linesNamed, refuse } from '../messages.fr.ts'
import { gridContext } from '../queries/grid-context.ts'
import { recordedVersions } from '../recorded-versions.ts'
import { takeRun } from '../run-in-hand.ts'
import { moveRun, writeRecorded } from '../store.ts'

const schema = z.object({ runId: z.uuid(), version: z.coerce.number().int().positive() })

type Line = ImportLine<GridReading>

/**
 * Records what was understood of a grid, by the commands of the slices that keep those facts: all of it, or nothing. People first, each held, then the
 * hours of the month, in the one order of locks.
 */
export const recordGrid = command({
  name: 'declarations/record-grid',
  runsAs: 'app',
  schema,
  async run(ctx, { runId, version }) {
    const taken = await takeRun(ctx, runId, version)
    if (!taken.ok) return taken
    const { run, lines } = taken.value
    const refused = lines.filter(({ state }) => state === 'refused')
    if (refused.length > 0) return refuse('declarations/lines-to-settle', { count: refused.length })
    const { siaeId, month, layout } = run
    if (siaeId === null || month === null || layout === null) return notFound()
    for (const personId of [...new Set(lines.flatMap(({ personId: id, state }) => (id && state === 'understood' ? [id] : [])))].sort())
      await lock(ctx, 'person', personId)
    const context = await gridContext(ctx, run)
    if (!context) return notFound()
    const moved = changesIn(lines, understandRun(lines, layout, context))
    if (moved.length > 0) {
      const which = lines.filter(({ id }) => moved.some((change) => change.id === id)).map(({ line }) => line + 1)
      return refuse('declarations/facts-changed', { lines: linesNamed(which) })
    }
    const done = lines.filter(({ state }) => state === 'understood')
    const contracts = await recordPeople(ctx, siaeId, done, context)
    if (!contracts.ok) return contracts
    const hours = await recordHours(ctx, siaeId, month, done)
    if (!hours.ok) return hours
    const recorded = await recordedVersions(ctx, run, done, contracts.value)
    await writeRecorded(ctx, recorded)
    const kept = addMonths(ctx.today, MONTHS_OF_CONTENT)
    if (!(await moveRun(ctx, run, { state: 'recorded', contentUntil: kept }))) return refuse('platform/stale')
    return granted({ runId, siaeId, month, count: done.filter(({ reading }) => reading && Object.keys(reading.plan).length > 0).length })
  },
  trace: ({ runId }, { siaeId }) => ({ subjects: { run: runId, siae: siaeId }, fields: ['contract', 'exit', 'hours'] }),
})

/** What another slice refused, with the line that asked for it. */
function ofLine<T>(outcome: Outcome<T>, { line }: Line): Outcome<T> {
  if (outcome.ok) return outcome
  return { ok: false, refusals: [...refuse('declarations/line-refused', { line: line + 1 }).refusals, ...outcome.refusals] }
}

async function recordPeople(
  ctx: Ctx,
  siaeId: string,
  lines: readonly Line[],
  { team }: GridContext,
): Promise<Outcome<ReadonlyMap<string, NonNullable<RecordedFacts['contract']>['contractId']>>> {
  const contracts = new Map<string, string>()
  for (const line of lines) {
    const { stayId, plan } = line.reading ?? { stayId: null, plan: {} }
    const member = team.members.find((each) => each.stayId === stayId)
    if (!member) continue
    if (plan.contract) {
      const { weekly, ...terms } = plan.contract
      const said = { ...terms, weeklyHours: weekly, post: null, market: null, lot: null, clauseKind: null }
      const signed = ofLine(await recordContract.execute(ctx, { ...said, personId: member.personId, siaeId, unitId: member.unitId }), line)
      if (!signed.ok) return signed
      contracts.set(line.id, signed.value.contractId)
    }
    if (plan.exit) {
      const left = ofLine(await recordExit.execute(ctx, { ...plan.exit, stayId: member.stayId, foundFirst: null, foundLast: null }), line)
      if (!left.ok) return left
    }
  }
  return granted(contracts)
}

async function recordHours(ctx: Ctx, siaeId: string, month: CalendarDate, lines: readonly Line[]) {
  const rows = lines.flatMap(({ reading }) => {
    if (!reading?.plan.hours) return []
    const { stayId, plan } = reading
    invariant(stayId !== null && plan.hours, 'hours are those of a stay')
    const { paid, worked, worksiteId } = plan.hours
    const figures = { paid, worked, accompaniment: null, clause: null }
    return [{ stayId, hoursId: null, version: 0, worksiteId, measure: 'common' as const, ...figures }]
  })
  return rows.length === 0 ? granted({ changed: 0 }) : typeHours.execute(ctx, { siaeId, month: monthOf(month), rows })
}
