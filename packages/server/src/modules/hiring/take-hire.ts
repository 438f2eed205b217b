import { granted, type Outcome } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { lock } from '../../platform/command/lock.ts'
import { notFound } from '../../platform/command/perform.ts'
import { refuse } from './messages.fr.ts'
import type { Hire } from './model.ts'
import { mayHire } from './policy.ts'
import { findHire } from './store.ts'

/** Takes a hire in hand to change it: found, the actor allowed, the person locked, then read again as the others left it. */
export async function takeHire(ctx: Ctx, hireId: string, version: number): Promise<Outcome<Hire>> {
  const known = await findHire(ctx, hireId)
  if (!known) return notFound()
  if (!mayHire(ctx.actor, known)) return refuse('hiring/not-yours')
  await lock(ctx, 'person', known.personId)
  const hire = await findHire(ctx, hireId)
  if (!hire) return notFound()
  if (hire.state === 'cancelled') return refuse('hiring/already-cancelled')
  return hire.version === version ? granted(hire) : refuse('platform/stale')
}
