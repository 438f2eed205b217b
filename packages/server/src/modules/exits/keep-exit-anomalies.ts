import { type ExitAnomaly, exitAnomalies } from '@maillage/rules/exits'
import { keepAnomalies } from '../../platform/anomalies/keep-anomalies.ts'
import type { Ctx } from '../../platform/command/context.ts'
import { contractEnds } from '../employment/index.ts'
import type { StayExit } from './model.ts'

/** To be known, and said where the exit is shown: nobody has anything to put right. */
const ONLY_TOLD: ReadonlySet<ExitAnomaly> = new Set(['exits/continues-in-another-siae'] as const)

/** What is wrong in an exit that stands is opened, what no longer holds is closed; null: the exit was cancelled, nothing holds any more. */
export async function keepExitAnomalies(ctx: Ctx, exitId: string, exit: StayExit | null): Promise<void> {
  const contracts = exit ? await contractEnds(ctx, exit.stayId) : []
  const found = exit
    ? exitAnomalies({ exit, contracts, earlierExitOn: null, worksElsewhere: false }).filter(({ code }) => !ONLY_TOLD.has(code))
    : []
  const organisationId = exit?.organisationId ?? null
  const resolution = exit ? 'exit-corrected' : 'exit-cancelled'
  await keepAnomalies(ctx, { table: 'exit', id: exitId, organisationId, since: exit?.exitOn ?? ctx.today, resolution }, found)
}
