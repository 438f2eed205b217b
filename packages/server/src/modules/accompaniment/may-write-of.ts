import type { Outcome } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { notFound } from '../../platform/command/perform.ts'
import { closedFile, personCard } from '../people/index.ts'
import { refuse } from './messages.fr.ts'
import { mayAccompany } from './policy.ts'

interface MayWrite {
  readonly personId: string
  readonly organisationId: string
  /** Whether the actor is a referent of the person today, or their deputy. */
  readonly referent: boolean
}

/** Whether the actor writes of what is done with a person: of their own teams, referent or not, while the file is open. */
export async function mayWriteOf(ctx: Ctx, personId: string): Promise<Outcome<MayWrite>> {
  const { hat } = ctx.actor
  const person = await personCard(ctx, personId)
  if (!person) return notFound()
  if (!hat || !mayAccompany(ctx.actor)) return refuse('accompaniment/not-yours')
  const referent = person.circles.has('referent')
  if (!referent && !person.circles.has('shared')) return refuse('accompaniment/not-yours')
  const closed = await closedFile(ctx, person.id)
  return closed ?? { ok: true, value: { personId: person.id, organisationId: hat.organisationId, referent } }
}
