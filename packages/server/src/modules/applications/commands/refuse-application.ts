import { type ApplicationRefusalReason, refusalReasonLabels } from '@maillage/rules/applications'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { answerable } from '../answerable.ts'
import { fire } from '../fire.ts'
import { tellPerson } from '../tell-person.ts'

const schema = z.object({
  applicationId: z.uuid(),
  version: z.coerce.number().int().positive(),
  // Which of them are offered is the rules' to say.
  reason: z.enum(
    Object.keys(refusalReasonLabels) as [ApplicationRefusalReason, ...ApplicationRefusalReason[]],
    'Choisissez la raison du refus',
  ),
  answer: z.string().min(1, 'Écrivez votre réponse à la personne').max(2000, 'La réponse dépasse 2 000 caractères : raccourcissez-la'),
})

/** The structure says no, with a coded reason for those who follow the person and plain words for the person. */
export const refuseApplication = command({
  name: 'applications/refuse-application',
  runsAs: 'app',
  schema,
  async run(ctx, { applicationId, version, reason, answer }) {
    const found = await answerable(ctx, applicationId, version)
    if (!found.ok) return found
    const moved = await fire(ctx, found.value, { transition: 'refuse', reason, answer })
    if (moved.ok) await tellPerson(ctx, moved.value, answer)
    return moved
  },
  trace: ({ applicationId }) => ({ subjects: { application: applicationId }, fields: ['state', 'reason', 'answer'] }),
})
