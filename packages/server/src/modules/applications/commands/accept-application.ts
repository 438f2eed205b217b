import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { answerable } from '../answerable.ts'
import { fire } from '../fire.ts'

const schema = z.object({ applicationId: z.uuid() })

/** The structure says yes. Only declaring the hire does it: an acceptance without a hire would promise nothing. */
export const acceptApplication = command({
  name: 'applications/accept-application',
  runsAs: 'app',
  schema,
  async run(ctx, { applicationId }) {
    const found = await answerable(ctx, applicationId)
    return found.ok ? fire(ctx, found.value, { transition: 'accept' }) : found
  },
  trace: ({ applicationId }) => ({ subjects: { application: applicationId }, fields: ['state'] }),
})
