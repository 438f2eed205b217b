import { granted, type Outcome, refused } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { notFound } from '../../platform/command/perform.ts'
import { refuse } from './messages.fr.ts'
import { mayDecide } from './policy.ts'
import { declarantOf } from './queries/declarant-of.ts'
import { type PassInHand, takeInHand } from './standing.ts'
import { findRequest, type RecordedRequest } from './store-requests.ts'

interface RequestInHand extends PassInHand {
  readonly request: RecordedRequest
  readonly ground: NonNullable<RecordedRequest['ground']>
}

/** Takes a request in hand to answer it: asked of the reader's team, still waiting, and the team an authorised prescriber today. */
export async function takeRequest(ctx: Ctx, requestId: string): Promise<Outcome<RequestInHand>> {
  const known = await findRequest(ctx, requestId)
  if (!known || !mayDecide(ctx.actor, known)) return notFound()
  if (known.state !== 'waiting') return refuse('pass-iae/request-answered')
  const taken = await takeInHand(ctx, known.passId, (actor) => mayDecide(actor, known))
  if (!taken.ok) return taken
  const request = await findRequest(ctx, requestId)
  if (request?.state !== 'waiting' || request.ground === null) return refuse('pass-iae/request-answered')
  if ((await declarantOf(ctx, taken.value.circles)) !== 'authorised-prescriber')
    return refused({ code: 'pass-iae/declarant-not-entitled', details: { role: 'prescriber' } })
  return granted({ ...taken.value, request, ground: request.ground })
}
