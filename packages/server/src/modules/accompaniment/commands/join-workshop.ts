import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { MOST_PRESENT } from '../model-workshops.ts'
import { mayAccompany } from '../policy.ts'
import { personIds, present } from '../present.ts'
import { findWorkshop } from '../queries/workshops.ts'
import { insertPresent } from '../store-workshops.ts'

const schema = z.object({ workshopId: z.uuid(), personIds })

/** Adds to a workshop somebody who was there and had been forgotten: their act says what the others' say. */
export const joinWorkshop = command({
  name: 'accompaniment/join-workshop',
  runsAs: 'app',
  schema,
  async run(ctx, { workshopId, personIds: ticked }) {
    if (!mayAccompany(ctx.actor)) return refuse('accompaniment/not-yours')
    const found = await findWorkshop(ctx, workshopId)
    if (!found) return notFound()
    const { workshop, people } = found
    if (workshop.recordedBy !== ctx.actor.accountId) return refuse('accompaniment/not-author-of-workshop')
    const joining = ticked.filter((id) => !people.some(({ personId }) => personId === id))
    if (joining.length === 0) return refuse('accompaniment/already-present', {}, 'personIds')
    if (people.length + joining.length > MOST_PRESENT) return refuse('accompaniment/too-many-present', { most: MOST_PRESENT }, 'personIds')
    const there = await present(ctx, joining, workshop.happenedOn)
    if (!there.ok) return there
    await insertPresent(ctx, workshop, there.value)
    return granted({ id: workshop.id, present: there.value.length })
  },
  trace: ({ workshopId }) => ({ subjects: { workshop: workshopId }, fields: ['present'] }),
})
