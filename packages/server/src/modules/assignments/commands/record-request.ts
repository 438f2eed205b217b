import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { territoryExists } from '../../territories/index.ts'
import { refuse } from '../messages.fr.ts'
import { mayPlace } from '../policy.ts'
import { clientCard } from '../queries/client-card.ts'
import { placingSiaes } from '../queries/placing-siaes.ts'
import { requestFields } from '../request-schema.ts'
import { insertRequest } from '../store.ts'

const schema = z.object({ clientId: z.uuid('Choisissez un client'), siaeId: z.uuid('Choisissez une structure'), ...requestFields })

/** A client asks for somebody. */
export const recordRequest = command({
  name: 'assignments/record-request',
  runsAs: 'app',
  schema,
  async run(ctx, { clientId, siaeId, commune, needs, ...asked }) {
    const client = await clientCard(ctx, clientId)
    if (!client) return notFound()
    if (!mayPlace(ctx.actor)) return refuse('assignments/not-yours')
    if (client.lastDay !== null) return refuse('assignments/client-ended', {}, 'clientId')
    if (!(await placingSiaes(ctx)).some(({ id }) => id === siaeId)) return refuse('assignments/siae-not-placing', {}, 'siaeId')
    if (asked.lastDay !== null && asked.lastDay < asked.firstDay) return refuse('assignments/ends-before-it-begins', {}, 'lastDay')
    const communeId = `commune-${commune}`
    if (!(await territoryExists(ctx, communeId))) return refuse('assignments/commune-unknown', {}, 'commune')
    const id = ctx.ids.next()
    await insertRequest(ctx, {
      ...asked,
      id,
      organisationId: client.organisationId,
      siaeId,
      clientId,
      communeId,
      needsLicence: needs.includes('licence'),
      needsVehicle: needs.includes('vehicle'),
    })
    await emitEvent(ctx, { type: 'assignments/request-recorded', version: 1, subjectId: id, ids: { request: id, client: clientId } })
    return granted({ id })
  },
  trace: ({ clientId, siaeId }, { id }) => ({
    subjects: { request: id, client: clientId, siae: siaeId },
    fields: ['work', 'commune', 'firstDay', 'lastDay', 'weeklyHours', 'weekdays', 'schedule', 'people', 'needs'],
  }),
})
