import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { REQUEST_STATE_LABELS, refuse } from '../messages.fr.ts'
import { DROP_REASONS, REQUEST_PASSAGES, REQUEST_STATES } from '../model.ts'
import { mayPlace } from '../policy.ts'
import { requestCard } from '../queries/request-register.ts'
import { updateRequest } from '../store.ts'

const schema = z.object({
  requestId: z.uuid(),
  version: z.coerce.number().int().positive(),
  to: z.enum(REQUEST_STATES, 'Dites ce que devient la demande'),
  reason: z.preprocess((typed) => (typed === '' ? null : typed), z.enum(DROP_REASONS).nullable()),
})

/** A request is proposed to somebody, filled, left without a follow-up for a reason, or opened again. */
export const moveRequest = command({
  name: 'assignments/move-request',
  runsAs: 'app',
  schema,
  async run(ctx, { requestId, version, to, reason }) {
    const request = await requestCard(ctx, requestId)
    if (!request) return notFound()
    if (!mayPlace(ctx.actor)) return refuse('assignments/not-yours')
    if (!REQUEST_PASSAGES[request.state].includes(to))
      return refuse('assignments/not-from-this-state', { state: REQUEST_STATE_LABELS[request.state] })
    if (to === 'dropped' && reason === null) return refuse('assignments/drop-reason-missing', {}, 'reason')
    const dropReason = to === 'dropped' ? reason : null
    if (!(await updateRequest(ctx, { id: requestId, version }, { state: to, dropReason }))) return refuse('platform/stale')
    await emitEvent(ctx, { type: 'assignments/request-moved', version: 1, subjectId: requestId, ids: { request: requestId } })
    return granted({ id: requestId, to })
  },
  trace: ({ requestId }) => ({ subjects: { request: requestId }, fields: ['state', 'reason'] }),
})
