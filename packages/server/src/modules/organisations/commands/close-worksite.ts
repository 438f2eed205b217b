import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { maySteer } from '../policy.ts'
import { findWorksite, updateWorksite } from '../store.ts'

const schema = z.object({
  worksiteId: z.uuid(),
  version: z.coerce.number().int().positive(),
  lastDay: z.iso.date('Saisissez le dernier jour du site').transform(day),
})

/** Closes a place of work: nothing is erased, hours already recorded stay attached to it. */
export const closeWorksite = command({
  name: 'organisations/close-worksite',
  runsAs: 'app',
  schema,
  async run(ctx, { worksiteId, version, lastDay }) {
    const worksite = await findWorksite(ctx, worksiteId)
    if (!worksite) return notFound()
    if (!maySteer(ctx.actor, worksite)) return refuse('organisations/not-yours')
    const { first, last } = worksite.open
    if (last !== null) return refuse('organisations/worksite-already-closed', { last: frenchDate(last) })
    if (lastDay < first) return refuse('organisations/worksite-closes-before-opening', { first: frenchDate(first) }, 'lastDay')
    const closed = await updateWorksite(ctx, { ...worksite, version, open: { first, last: lastDay } })
    return closed ? granted({ siaeId: worksite.siaeId }) : refuse('platform/stale')
  },
  trace: ({ worksiteId }) => ({ subjects: { worksite: worksiteId }, fields: ['lastDay'] }),
})
