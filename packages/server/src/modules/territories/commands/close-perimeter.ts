import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { mayClose } from '../policy.ts'
import { closeDrawn, findDrawn } from '../store.ts'

const schema = z.object({
  territoryId: z.string(),
  lastDay: z.iso.date('Saisissez le dernier jour du périmètre').transform(day),
})

/** Ends a grouping drawn by one's organisation. It is not erased: figures made with it keep their map. */
export const closePerimeter = command({
  name: 'territories/close-perimeter',
  runsAs: 'app',
  schema,
  async run(ctx, { territoryId, lastDay }) {
    const drawn = await findDrawn(ctx, territoryId)
    if (!drawn) return notFound()
    if (!mayClose(ctx.actor, drawn)) return refuse('territories/may-not-draw')
    const { first, last } = drawn.open
    if (last !== null) return refuse('territories/already-closed', { last: frenchDate(last) })
    if (lastDay < first) return refuse('territories/closes-before-opening', { first: frenchDate(first) }, 'lastDay')
    await closeDrawn(ctx, { ...drawn, open: { first, last: lastDay } })
    return granted({ territoryId })
  },
  trace: ({ territoryId }) => ({ subjects: { perimeter: territoryId }, fields: ['lastDay'] }),
})
