import { addDays, addYears, day, frenchDate, granted } from '@maillage/kernel'
import { prefectApprovalYears } from '@maillage/rules/eligibility'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { mayAuthorise } from '../policy.ts'
import { kindLabel, PREFECT_KIND } from '../prescriber-kinds.ts'
import { departementsOf, findOrganisation, insertAuthorisation, overlappingAuthorisation, territoriesOf } from '../store.ts'

const schema = z.object({
  organisationId: z.uuid(),
  reference: z
    .string()
    .min(1, 'Saisissez la référence de l’arrêté')
    .max(120, 'La référence dépasse 120 caractères\u00a0: raccourcissez-la'),
  decidedOn: z.iso.date('Saisissez la date de la décision').transform(day),
  firstDay: z.iso.date('Saisissez le premier jour de l’habilitation').transform(day),
  lastDay: z.iso.date('Saisissez le dernier jour de l’habilitation').transform(day),
})

/** Records what the préfet decided about a body that the ministerial order does not name. Source: CT L5132-3; FIELD: the others are never submitted to him. */
export const recordAuthorisation = command({
  name: 'organisations/record-authorisation',
  runsAs: 'app',
  schema,
  async run(ctx, { organisationId, reference, decidedOn, firstDay, lastDay }) {
    const organisation = await findOrganisation(ctx, organisationId)
    if (!organisation || !ctx.actor.hat) return notFound()
    const [authorityOn, prescribesOn] = [
      await territoriesOf(ctx, ctx.actor.hat.organisationId, 'authority', ctx.today),
      await departementsOf(ctx, organisationId, 'prescriber', ctx.today),
    ]
    if (!mayAuthorise(ctx.actor, { authorityOn, prescribesOn })) return refuse('organisations/not-the-authority')
    if (decidedOn > ctx.today) return refuse('organisations/decided-later', {}, 'decidedOn')
    if (lastDay < firstDay) return refuse('organisations/authorisation-reversed', {}, 'lastDay')
    const latest = addDays(addYears(firstDay, ctx.law.on(firstDay).get(prefectApprovalYears)), -1)
    if (lastDay > latest) return refuse('organisations/authorisation-too-long', { latest: frenchDate(latest) }, 'lastDay')
    const period = { first: firstDay, last: lastDay }
    const held = await overlappingAuthorisation(ctx, organisationId, period)
    if (held?.basis === 'order') return refuse('organisations/authorised-by-order', { kind: kindLabel(held.prescriber_kind) })
    if (held) return refuse('organisations/authorisation-overlaps', {}, 'firstDay')
    const id = ctx.ids.next()
    await insertAuthorisation(ctx, { id, organisationId, prescriberKind: PREFECT_KIND, reference, decidedOn, period })
    const territoryId = authorityOn.find((each) => prescribesOn.includes(each))
    await emitEvent(ctx, {
      type: 'organisations/authorisation-recorded',
      version: 1,
      subjectId: organisationId,
      ids: { authorisation: id },
      ...(territoryId ? { territoryId } : {}),
    })
    return granted({ id, organisationId })
  },
  trace: ({ organisationId }, { id }) => ({
    subjects: { organisation: organisationId, authorisation: id },
    fields: ['reference', 'decidedOn', 'firstDay', 'lastDay'],
  }),
})
