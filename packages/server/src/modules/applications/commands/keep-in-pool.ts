import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { answerable } from '../answerable.ts'
import { fire } from '../fire.ts'
import { tellPerson } from '../tell-person.ts'

const schema = z.object({
  applicationId: z.uuid(),
  version: z.coerce.number().int().positive(),
  answer: z.string().min(1, 'Écrivez votre réponse à la personne').max(2000, 'La réponse dépasse 2 000 caractères : raccourcissez-la'),
})

/** No post today, but the structure wishes to call the person back: the profile goes to its pool. */
export const keepInPool = command({
  name: 'applications/keep-in-pool',
  runsAs: 'app',
  schema,
  async run(ctx, { applicationId, version, answer }) {
    const found = await answerable(ctx, applicationId, version)
    if (!found.ok) return found
    const moved = await fire(ctx, found.value, { transition: 'add-to-pool', answer })
    if (moved.ok) await tellPerson(ctx, moved.value, answer)
    return moved
  },
  trace: ({ applicationId }) => ({ subjects: { application: applicationId }, fields: ['state', 'answer'] }),
})
