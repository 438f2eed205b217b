import type { Ctx } from '../../platform/command/context.ts'
import { waitingStep } from './queries/waiting-step.ts'
import { insertStepOutcome } from './store-next-steps.ts'

/** An act just noted settles what another said would come next for the same person. Settled meanwhile or not for its author, the act stands all the same: it is a fact. */
export async function followStep(ctx: Ctx, actId: string, following: { readonly id: string; readonly personId: string }): Promise<void> {
  const step = await waitingStep(ctx, actId)
  if (step?.personId === following.personId) await insertStepOutcome(ctx, step, { outcome: 'followed', followingActId: following.id })
}
