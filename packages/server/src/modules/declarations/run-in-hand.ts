import { granted, type Outcome } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { notFound } from '../../platform/command/perform.ts'
import type { GridReading } from './grid/understand-line.ts'
import type { ImportLine, ImportRun } from './import-run.ts'
import { refuse } from './messages.fr.ts'
import { mayImportGrids } from './policy.ts'
import { findRun, linesOf } from './store.ts'

/** A run in hand: read again, its content mine, as it was when the form was read. */
export async function takeRun(
  ctx: Ctx,
  runId: string,
  version: number,
): Promise<Outcome<{ readonly run: ImportRun; readonly lines: readonly ImportLine<GridReading>[] }>> {
  const run = await findRun(ctx, runId)
  if (run?.kind !== 'grid-g1') return notFound()
  if (!mayImportGrids(ctx.actor) || run.recordedBy !== ctx.actor.accountId) return notFound()
  if (run.state !== 'read') return refuse('declarations/run-closed')
  if (run.version !== version) return refuse('platform/stale')
  return granted({ run, lines: await linesOf<GridReading>(ctx, runId) })
}
