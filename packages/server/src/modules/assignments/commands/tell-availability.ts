import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile, holdsPerson } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { mayTellAvailability } from '../policy.ts'
import { weekdaysField, weeklyHoursField } from '../request-schema.ts'
import { insertAvailability } from '../store-missions.ts'

const yesOrNo = z.enum(['oui', 'non', '']).transform((typed) => (typed === '' ? null : typed === 'oui'))

const schema = z.object({
  personId: z.uuid(),
  weeklyHours: weeklyHoursField,
  weekdays: weekdaysField,
  schedule: z.preprocess(
    (typed) => (typed === '' ? null : typed),
    z.string().trim().max(120, 'L’horaire dépasse 120 caractères : raccourcissez-le').nullable(),
  ),
  licence: yesOrNo,
  vehicle: yesOrNo,
})

/** Somebody says when they can work, how much, with what: what follows from their life, never why. */
export const tellAvailability = command({
  name: 'assignments/tell-availability',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, ...said }) {
    const { hat } = ctx.actor
    if (!(await holdsPerson(ctx, personId, 'employment'))) return notFound()
    if (!hat || !mayTellAvailability(ctx.actor)) return refuse('assignments/not-yours')
    const closed = await closedFile(ctx, personId)
    if (closed) return closed
    await insertAvailability(ctx, { ...said, personId, organisationId: hat.organisationId })
    await emitEvent(ctx, { type: 'assignments/availability-told', version: 1, subjectId: personId, ids: { person: personId } })
    return granted({ personId })
  },
  trace: ({ personId }) => ({ subjects: { person: personId }, fields: ['weeklyHours', 'weekdays', 'schedule', 'licence', 'vehicle'] }),
})
