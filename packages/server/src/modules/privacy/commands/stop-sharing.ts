import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { SHARED_SUBJECTS } from '../model.ts'
import { withdrawAgreement } from '../store.ts'

const schema = z.object({ organisationId: z.uuid(), subject: z.enum(SHARED_SUBJECTS) })

/** The person takes an agreement back: what it opened is closed from now on. */
export const stopSharing = command({
  name: 'privacy/stop-sharing',
  runsAs: 'app',
  schema,
  async run(ctx, { organisationId, subject }) {
    if (!ctx.actor.subject) return notFound()
    return (await withdrawAgreement(ctx, organisationId, subject)) ? granted({ organisationId }) : refuse('privacy/nothing-shared')
  },
  trace: (_typed, { organisationId }) => ({ subjects: { organisation: organisationId }, fields: ['subject'] }),
})
