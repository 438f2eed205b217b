import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { answerable } from '../answerable.ts'
import { fire } from '../fire.ts'

const schema = z.object({ applicationId: z.uuid(), version: z.coerce.number().int().positive() })

/** The structure begins to look at an application: whoever sent it sees that it was read. */
export const studyApplication = command({
  name: 'applications/study-application',
  runsAs: 'app',
  schema,
  async run(ctx, { applicationId, version }) {
    const found = await answerable(ctx, applicationId, version)
    return found.ok ? fire(ctx, found.value, { transition: 'process' }) : found
  },
  trace: ({ applicationId }) => ({ subjects: { application: applicationId }, fields: ['state'] }),
})
