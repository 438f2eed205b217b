import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { territoryExists } from '../../territories/index.ts'
import { refuse } from '../messages.fr.ts'
import { isOpen } from '../model.ts'
import { maySteer } from '../policy.ts'
import { findSiae, insertWorksite } from '../store.ts'

const schema = z.object({
  siaeId: z.uuid(),
  name: z.string().min(1, 'Saisissez le nom du site').max(120, 'Le nom du site dépasse 120 caractères\u00a0: raccourcissez-le'),
  address: z
    .string()
    .max(240, 'L’adresse dépasse 240 caractères\u00a0: raccourcissez-la')
    .transform((typed) => (typed === '' ? null : typed)),
  commune: z.string('Saisissez la commune du site').min(1, 'Saisissez la commune du site'),
  firstDay: z.iso.date('Saisissez le premier jour du site').transform(day),
})

/** Opens a place of work for a structure. */
export const addWorksite = command({
  name: 'organisations/add-worksite',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, name, address, commune, firstDay }) {
    const siae = await findSiae(ctx, siaeId)
    if (!siae) return notFound()
    if (!maySteer(ctx.actor, siae)) return refuse('organisations/not-yours')
    if (!isOpen(siae, ctx.today)) return refuse('organisations/siae-closed', { name: siae.name })
    if (firstDay < siae.open.first) return refuse('organisations/worksite-before-siae', { first: frenchDate(siae.open.first) }, 'firstDay')
    const communeId = `commune-${commune}`
    if (!(await territoryExists(ctx, communeId))) return refuse('organisations/commune-unknown', {}, 'commune')
    const id = ctx.ids.next()
    await insertWorksite(ctx, {
      id,
      siaeId,
      organisationId: siae.organisationId,
      name,
      address,
      communeId,
      open: { first: firstDay, last: null },
    })
    await emitEvent(ctx, {
      type: 'organisations/worksite-added',
      version: 1,
      subjectId: siaeId,
      ids: { worksite: id },
      territoryId: siae.territoryId,
    })
    return granted({ id, siaeId })
  },
  trace: ({ siaeId }, { id }) => ({ subjects: { siae: siaeId, worksite: id }, fields: ['name', 'address', 'commune', 'firstDay'] }),
})
