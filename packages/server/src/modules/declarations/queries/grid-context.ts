import { monthOf } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { employer } from '../../employment/index.ts'
import type { GridContext } from '../grid/understand-line.ts'
import type { ImportRun } from '../import-run.ts'
import { gridTeam } from './grid-team.ts'

/** The facts that a run of a grid is compared to now; undefined when its structure or its content is gone. */
export async function gridContext(
  ctx: ReadCtx,
  { siaeId, month, layout }: Pick<ImportRun, 'siaeId' | 'month' | 'layout'>,
): Promise<GridContext | undefined> {
  if (siaeId === null || month === null || layout === null) return undefined
  const siae = await employer(ctx, siaeId)
  if (!siae) return undefined
  const team = await gridTeam(ctx, { siaeId, month: monthOf(month) })
  return { team, worksites: siae.worksites, contractHours: layout.contractHours, today: ctx.today }
}
