import { granted, type Outcome } from '@maillage/kernel'
import type { Actor } from '../../platform/command/actor.ts'
import type { Ctx } from '../../platform/command/context.ts'
import { lock } from '../../platform/command/lock.ts'
import { notFound } from '../../platform/command/perform.ts'
import { circlesHeld, closedFile } from '../people/index.ts'
import { refuse } from './messages.fr.ts'
import { latestOf, type RecordedPass } from './model.ts'
import type { Circles } from './policy.ts'
import { passesWith } from './queries/recorded-passes.ts'

/** A right about to change, held by nobody else until the end of the transaction. */
export interface PassInHand {
  readonly pass: RecordedPass
  readonly passes: readonly RecordedPass[]
  readonly isLatest: boolean
  readonly circles: Circles
}

/**
 * Takes a right in hand to change it: found, the actor allowed, the person locked, then read again as the others left it.
 * @param may the predicate of the policy that this verb asks
 */
export async function takeInHand(ctx: Ctx, passId: string, may: (actor: Actor, circles: Circles) => boolean): Promise<Outcome<PassInHand>> {
  const known = (await passesWith(ctx, passId)).find(({ id }) => id === passId)
  if (!known) return notFound()
  const circles = await circlesHeld(ctx, known.personId)
  if (!may(ctx.actor, circles)) return refuse('pass-iae/not-yours')
  await lock(ctx, 'person', known.personId)
  const closed = await closedFile(ctx, known.personId)
  if (closed) return closed
  const passes = await passesWith(ctx, passId)
  const pass = passes.find(({ id }) => id === passId)
  if (!pass) return notFound()
  if (pass.cancelled) return refuse('pass-iae/already-cancelled')
  return granted({ pass, passes, circles, isLatest: latestOf(passes)?.id === passId })
}
