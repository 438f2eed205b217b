import { granted, type Outcome } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { lock } from '../../platform/command/lock.ts'
import { notFound } from '../../platform/command/perform.ts'
import { findStay, mayEmploy, type SiaeStay } from '../employment/index.ts'
import { refuse } from './messages.fr.ts'
import type { Immersion } from './model.ts'
import { findImmersion } from './store.ts'

/** Takes an immersion in hand to change it: found, the actor allowed, the person locked, then read again as the others left it. */
export async function takeImmersion(ctx: Ctx, id: string): Promise<Outcome<{ readonly immersion: Immersion; readonly stay: SiaeStay }>> {
  const known = await findImmersion(ctx, id)
  const stay = known && (await findStay(ctx, known.stayId))
  if (!stay) return notFound()
  if (!mayEmploy(ctx.actor, known)) return refuse('immersions/not-yours')
  await lock(ctx, 'person', known.personId)
  const immersion = await findImmersion(ctx, id)
  return immersion ? granted({ immersion, stay }) : refuse('immersions/already-cancelled')
}
