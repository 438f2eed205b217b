import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { actFields, askedText, misdated, optionalText } from '../act-fields.ts'
import { refuse } from '../messages.fr.ts'
import { THEME_LIMIT, WORKSHOP_TEXT_LIMIT } from '../model-workshops.ts'
import { mayAccompany } from '../policy.ts'
import { personIds, present } from '../present.ts'
import { insertPresent, insertWorkshop } from '../store-workshops.ts'

const schema = z.object({
  personIds,
  theme: askedText(THEME_LIMIT, 'Dites le thème de l’atelier'),
  purpose: optionalText(WORKSHOP_TEXT_LIMIT),
  ...actFields,
})

/** Notes a workshop once: an act for each of those who were there, who was absent needs nothing. */
export const recordWorkshop = command({
  name: 'accompaniment/record-workshop',
  runsAs: 'app',
  schema,
  async run(ctx, { personIds: ticked, ...said }) {
    const { hat } = ctx.actor
    if (!hat || !mayAccompany(ctx.actor)) return refuse('accompaniment/not-yours')
    const wrong = misdated(ctx.today, said)
    if (wrong) return wrong
    const there = await present(ctx, ticked, said.happenedOn)
    if (!there.ok) return there
    const workshop = { id: ctx.ids.next(), organisationId: hat.organisationId, ...said }
    await insertWorkshop(ctx, workshop)
    await insertPresent(ctx, workshop, there.value)
    return granted({ id: workshop.id, present: there.value.length })
  },
  trace: (_typed, { id }) => ({ subjects: { workshop: id }, fields: ['theme', 'mission', 'happenedOn', 'minutes', 'present'] }),
})
