import { granted, monthOf, type Refusal } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { cancelContract, findContract, isRenewed, typeHours } from '../../employment/index.ts'
import { cancelExit } from '../../exits/index.ts'
import type { GridContext, GridReading } from '../grid/understand-line.ts'
import type { ImportLine } from '../import-run.ts'
import { refuse } from '../messages.fr.ts'
import { mayImportGrids } from '../policy.ts'
import { gridContext } from '../queries/grid-context.ts'
import { findRun, linesOf, moveRun } from '../store.ts'

const schema = z.object({ runId: z.uuid(), version: z.coerce.number().int().positive() })

const WHY = 'Import du suivi mensuel annulé'

type Line = ImportLine<GridReading>

/**
 * Takes back what an import recorded, by the commands of the slices that keep those facts, their trace remaining. When something was built on one of
 * them since, nothing is taken back, and each reason is told.
 */
export const undoGrid = command({
  name: 'declarations/undo-grid',
  runsAs: 'app',
  schema,
  async run(ctx, { runId, version }) {
    const run = await findRun(ctx, runId)
    if (run?.kind !== 'grid-g1' || !mayImportGrids(ctx.actor) || run.recordedBy !== ctx.actor.accountId) return notFound()
    if (run.state !== 'recorded' || run.siaeId === null || run.month === null) return refuse('declarations/nothing-to-undo')
    if (run.version !== version) return refuse('platform/stale')
    const lines = (await linesOf<GridReading>(ctx, runId)).filter(({ recorded }) => recorded !== null && Object.keys(recorded).length > 0)
    for (const personId of [...new Set(lines.flatMap(({ personId: id }) => id ?? []))].sort()) await lock(ctx, 'person', personId)
    const context = await gridContext(ctx, run)
    if (!context) return notFound()
    const built: Refusal[] = []
    for (const line of lines) built.push(...(await whyNot(ctx, line, context)))
    if (built.length > 0) return { ok: false, refusals: built }

    for (const { recorded } of lines) {
      if (!recorded?.exit) continue
      const back = await cancelExit.execute(ctx, { ...recorded.exit, changeReason: WHY })
      if (!back.ok) return back
    }
    for (const { recorded } of lines) {
      if (!recorded?.contract) continue
      const back = await cancelContract.execute(ctx, { contractId: recorded.contract.contractId })
      if (!back.ok) return back
    }
    const rows = lines.flatMap(({ recorded }) =>
      recorded?.hours
        ? [{ ...recorded.hours, worksiteId: siteOf(context, recorded.hours.hoursId), measure: 'common' as const, ...NO_FIGURES }]
        : [],
    )
    if (rows.length > 0) {
      const back = await typeHours.execute(ctx, { siaeId: run.siaeId, month: monthOf(run.month), rows })
      if (!back.ok) return back
    }
    if (!(await moveRun(ctx, run, { state: 'undone', erased: true }))) return refuse('platform/stale')
    return granted({ runId, siaeId: run.siaeId, month: run.month })
  },
  trace: ({ runId }, { siaeId }) => ({ subjects: { run: runId, siae: siaeId }, fields: ['contract', 'exit', 'hours'] }),
})

const NO_FIGURES = { paid: null, worked: null, accompaniment: null, clause: null }

const siteOf = ({ team }: GridContext, hoursId: string) =>
  team.members.flatMap(({ hours }) => hours).find(({ id }) => id === hoursId)?.worksiteId ?? null

/** What was built since on what a line recorded. */
async function whyNot(ctx: Ctx, { line, recorded, reading }: Line, { team }: GridContext): Promise<readonly Refusal[]> {
  const member = team.members.find(({ stayId }) => stayId === reading?.stayId)
  const named = { line: line + 1 }
  const found: Refusal[] = []
  if (recorded?.exit && member?.exit?.version !== recorded.exit.version) found.push(...refuse('declarations/exit-changed', named).refusals)
  if (recorded?.contract) {
    const contract = await findContract(ctx, recorded.contract.contractId)
    const stands = contract && !contract.cancelled && contract.version === recorded.contract.version
    if (!stands || (await isRenewed(ctx, contract.id))) found.push(...refuse('declarations/contract-changed', named).refusals)
  }
  if (recorded?.hours) {
    const { hoursId, version } = recorded.hours
    const now = member?.hours.find(({ id }) => id === hoursId)
    if (!team.monthOpen) found.push(...refuse('declarations/month-validated', named).refusals)
    else if (now?.version !== version) found.push(...refuse('declarations/hours-changed', named).refusals)
  }
  return found
}
