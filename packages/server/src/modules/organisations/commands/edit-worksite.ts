import { frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { territoryExists } from '../../territories/index.ts'
import { refuse } from '../messages.fr.ts'
import { maySteer } from '../policy.ts'
import { findWorksite, updateWorksite } from '../store.ts'

const schema = z.object({
  worksiteId: z.uuid(),
  version: z.coerce.number().int().positive(),
  name: z.string().min(1, 'Saisissez le nom du site').max(120, 'Le nom du site dépasse 120 caractères\u00a0: raccourcissez-le'),
  address: z
    .string()
    .max(240, 'L’adresse dépasse 240 caractères\u00a0: raccourcissez-la')
    .transform((typed) => (typed === '' ? null : typed)),
  commune: z.string('Saisissez la commune du site').min(1, 'Saisissez la commune du site'),
})

/** Corrects the name or the place of a worksite; what is attached to it stays attached. */
export const editWorksite = command({
  name: 'organisations/edit-worksite',
  runsAs: 'app',
  schema,
  async run(ctx, { worksiteId, version, name, address, commune }) {
    const worksite = await findWorksite(ctx, worksiteId)
    if (!worksite) return notFound()
    if (!maySteer(ctx.actor, worksite)) return refuse('organisations/not-yours')
    const { last } = worksite.open
    if (last !== null) return refuse('organisations/worksite-already-closed', { last: frenchDate(last) })
    const communeId = `commune-${commune}`
    if (!(await territoryExists(ctx, communeId))) return refuse('organisations/commune-unknown', {}, 'commune')
    const changed = await updateWorksite(ctx, { ...worksite, version, name, address, communeId })
    return changed ? granted({ siaeId: worksite.siaeId }) : refuse('platform/stale')
  },
  trace: ({ worksiteId }) => ({ subjects: { worksite: worksiteId }, fields: ['name', 'address', 'commune'] }),
})
