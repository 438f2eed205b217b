import { granted, type Outcome } from '@maillage/kernel'
import { type FollowUp, followUpsOf } from '@maillage/rules/exits'
import type { Ctx } from '../../platform/command/context.ts'
import { lock } from '../../platform/command/lock.ts'
import { notFound } from '../../platform/command/perform.ts'
import { refuse } from './messages.fr.ts'
import type { StayExit } from './model.ts'
import type { AfterExit } from './model-follow-up.ts'
import { mayFollowAfterExit } from './policy.ts'
import { afterExitOf } from './queries/after-exit-of.ts'
import { exitOfStay } from './queries/exit-of-stay.ts'

/** What follows the exit of a stay, in hand: found, the actor allowed, the person locked. */
export async function takeFollowUp(
  ctx: Ctx,
  stayId: string,
): Promise<Outcome<{ readonly exit: StayExit; readonly after: AfterExit; readonly followUps: readonly FollowUp[] }>> {
  const known = await exitOfStay(ctx, stayId)
  if (!known) return notFound()
  if (!mayFollowAfterExit(ctx.actor, known)) return refuse('exits/follow-up-not-yours')
  await lock(ctx, 'person', known.personId)
  const exit = await exitOfStay(ctx, stayId)
  const after = exit && (await afterExitOf(ctx, exit.id))
  if (!exit || !after) return notFound()
  return granted({ exit, after, followUps: followUpsOf(ctx.law, { ...exit, ...after }, ctx.today) })
}
