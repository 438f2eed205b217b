import { day, granted, isoDate } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayPlace } from '../policy.ts'
import { placingSiaes } from '../queries/placing-siaes.ts'
import { assignmentsOf } from '../tables.ts'

const schema = z.object({
  siaeId: z.uuid('Choisissez une association intermédiaire'),
  firstDay: z.iso.date('Saisissez le premier jour de la dérogation').transform(day),
  lastDay: z.iso.date('Saisissez le dernier jour de la dérogation').transform(day),
  reference: z
    .string()
    .trim()
    .min(1, 'Saisissez la référence de la décision du préfet')
    .max(120, 'La référence dépasse 120 caractères : raccourcissez-la'),
})

/** The préfet waived the hours with companies of an association intermédiaire, for a time: a decision taken elsewhere, recorded. */
export const recordWaiver = command({
  name: 'assignments/record-waiver',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, firstDay, lastDay, reference }) {
    const { hat } = ctx.actor
    if (!hat || !mayPlace(ctx.actor)) return refuse('assignments/not-yours')
    if (!(await placingSiaes(ctx)).some(({ id, kind }) => id === siaeId && kind === 'AI'))
      return refuse('assignments/siae-not-placing', {}, 'siaeId')
    if (lastDay < firstDay) return refuse('assignments/ends-before-it-begins', {}, 'lastDay')
    const id = ctx.ids.next()
    await assignmentsOf(ctx.tx)
      .insertInto('placement_waiver')
      .values({
        id,
        organisation_id: hat.organisationId,
        siae_id: siaeId,
        first_day: isoDate(firstDay),
        last_day: isoDate(lastDay),
        reference,
        recorded_at: ctx.now.toString(),
        recorded_by: ctx.actor.accountId,
      })
      .execute()
    await emitEvent(ctx, { type: 'assignments/waiver-recorded', version: 1, subjectId: id, ids: { waiver: id, siae: siaeId } })
    return granted({ id })
  },
  trace: ({ siaeId }, { id }) => ({ subjects: { waiver: id, siae: siaeId }, fields: ['firstDay', 'lastDay', 'reference'] }),
})
