import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { answerable } from '../answerable.ts'
import { fire } from '../fire.ts'
import { tellPerson } from '../tell-person.ts'

const schema = z.object({
  applicationId: z.uuid(),
  version: z.coerce.number().int().positive(),
  answer: z.string().max(2000, 'La réponse dépasse 2 000 caractères : raccourcissez-la'),
})

/** The structure cannot answer yet, and says why to the person. */
export const postponeApplication = command({
  name: 'applications/postpone-application',
  runsAs: 'app',
  schema,
  async run(ctx, { applicationId, version, answer }) {
    const found = await answerable(ctx, applicationId, version)
    if (!found.ok) return found
    const moved = await fire(ctx, found.value, { transition: 'postpone', answer })
    if (moved.ok) await tellPerson(ctx, moved.value, answer)
    return moved
  },
  trace: ({ applicationId }) => ({ subjects: { application: applicationId }, fields: ['state', 'answer'] }),
})
