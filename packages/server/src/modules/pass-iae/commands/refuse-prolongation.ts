import { day, granted, type Outcome } from '@maillage/kernel'
import { judgePrescriberRefusal } from '@maillage/rules/pass-iae'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { atItsField } from '../field-of.ts'
import { refuse } from '../messages.fr.ts'
import { takeRequest } from '../request-in-hand.ts'
import { endRequest } from '../store-requests.ts'

const schema = z.object({
  requestId: z.uuid(),
  grounds: z.string().max(4000, 'Le texte dépasse 4 000 caractères\u00a0: raccourcissez-le'),
  personNotifiedOn: z.iso.date('Saisissez le jour où la personne a été informée').transform(day).nullable(),
})

/**
 * Refuses a request to prolong: reasoned in writing, notified to the structure (here, today) and to the person with a certain date.
 * Source: CT R5132-1-8.
 */
export const refuseProlongation = command({
  name: 'pass-iae/refuse-prolongation',
  runsAs: 'app',
  schema,
  async run(ctx, { requestId, grounds, personNotifiedOn }): Promise<Outcome<{ readonly personId: string; readonly passId: string }>> {
    const taken = await takeRequest(ctx, requestId)
    if (!taken.ok) return taken
    const { request } = taken.value
    if (personNotifiedOn !== null && personNotifiedOn > ctx.today) return refuse('pass-iae/notified-later', {}, 'personNotifiedOn')
    const judged = judgePrescriberRefusal({ of: 'prolongation', writtenReason: grounds, siaeNotifiedOn: ctx.today, personNotifiedOn })
    if (!judged.ok) return atItsField(judged)
    if (!(await endRequest(ctx, request, { state: 'refused', grounds, personNotifiedOn }))) return refuse('pass-iae/request-answered')
    const { personId, passId } = request
    const ids = { person: personId, pass: passId, request: requestId }
    await emitEvent(ctx, { type: 'pass-iae/prolongation-refused', version: 1, subjectId: personId, ids })
    return granted({ personId, passId })
  },
  trace: ({ requestId }, { personId, passId }) => ({
    subjects: { person: personId, pass: passId, request: requestId },
    fields: ['state', 'grounds', 'personNotifiedOn'],
  }),
})
