import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { answerable } from '../answerable.ts'
import { fire } from '../fire.ts'

const schema = z.object({ applicationId: z.uuid() })

/** The hire that an application led to is cancelled. Only cancelling the hire does it. */
export const cancelAcceptance = command({
  name: 'applications/cancel-acceptance',
  runsAs: 'app',
  schema,
  async run(ctx, { applicationId }) {
    const found = await answerable(ctx, applicationId)
    return found.ok ? fire(ctx, found.value, { transition: 'cancel' }) : found
  },
  trace: ({ applicationId }) => ({ subjects: { application: applicationId }, fields: ['state'] }),
})
