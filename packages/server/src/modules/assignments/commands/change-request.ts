import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { territoryExists } from '../../territories/index.ts'
import { refuse } from '../messages.fr.ts'
import { mayPlace } from '../policy.ts'
import { requestCard } from '../queries/request-register.ts'
import { requestFields } from '../request-schema.ts'
import { updateRequest } from '../store.ts'

const schema = z.object({ requestId: z.uuid(), version: z.coerce.number().int().positive(), ...requestFields })

/** What a client asks for is not quite what was written. */
export const changeRequest = command({
  name: 'assignments/change-request',
  runsAs: 'app',
  schema,
  async run(ctx, { requestId, version, commune, needs, ...asked }) {
    const request = await requestCard(ctx, requestId)
    if (!request) return notFound()
    if (!mayPlace(ctx.actor)) return refuse('assignments/not-yours')
    if (request.state === 'filled' || request.state === 'dropped') return refuse('assignments/request-closed')
    if (asked.lastDay !== null && asked.lastDay < asked.firstDay) return refuse('assignments/ends-before-it-begins', {}, 'lastDay')
    const communeId = `commune-${commune}`
    if (!(await territoryExists(ctx, communeId))) return refuse('assignments/commune-unknown', {}, 'commune')
    const terms = { ...asked, communeId, needsLicence: needs.includes('licence'), needsVehicle: needs.includes('vehicle') }
    if (!(await updateRequest(ctx, { id: requestId, version }, terms))) return refuse('platform/stale')
    await emitEvent(ctx, { type: 'assignments/request-changed', version: 1, subjectId: requestId, ids: { request: requestId } })
    return granted({ id: requestId })
  },
  trace: ({ requestId }) => ({
    subjects: { request: requestId },
    fields: ['work', 'commune', 'firstDay', 'lastDay', 'weeklyHours', 'weekdays', 'schedule', 'people', 'needs'],
  }),
})
