import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { answerable } from '../answerable.ts'
import { fire } from '../fire.ts'
import { refuse } from '../messages.fr.ts'
import { siaeToSend } from '../queries/siae-to-send.ts'
import { openToAnother } from '../store.ts'

const schema = z.object({
  applicationId: z.uuid(),
  version: z.coerce.number().int().positive(),
  siaeId: z.uuid('Choisissez la structure à qui transférer la candidature'),
})

/** Another structure of the same carrier takes the application over: its teams read it, those of the first one no longer do. */
export const transferApplication = command({
  name: 'applications/transfer-application',
  runsAs: 'app',
  schema,
  async run(ctx, { applicationId, version, siaeId }) {
    const found = await answerable(ctx, applicationId, version)
    if (!found.ok) return found
    const destination = await siaeToSend(ctx, siaeId)
    if (!destination) return refuse('applications/siae-unknown', {}, 'siaeId')
    if (siaeId === found.value.siaeId) return refuse('applications/same-structure', {}, 'siaeId')
    if (!destination.hasTeam) return refuse('applications/siae-without-team', { name: destination.name }, 'siaeId')
    const memberOfDestination = destination.organisationId === ctx.actor.hat?.organisationId
    const moved = await fire(ctx, found.value, { transition: 'transfer', memberOfDestination })
    if (moved.ok) await openToAnother(ctx, applicationId, siaeId)
    return moved
  },
  trace: ({ applicationId, siaeId }) => ({ subjects: { application: applicationId, siae: siaeId }, fields: ['siae', 'state'] }),
})
