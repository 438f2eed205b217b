import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { territoryExists } from '../../territories/index.ts'
import { clientFields } from '../client-schema.ts'
import { refuse } from '../messages.fr.ts'
import { mayPlace } from '../policy.ts'
import { clientCard } from '../queries/client-card.ts'
import { updateClient, writeContact } from '../store.ts'

const schema = z.object({
  clientId: z.uuid(),
  version: z.coerce.number().int().positive(),
  ...clientFields,
  /** Whether it is no client any more; what it asked and received stays. */
  former: z.boolean(),
})

/** A client changes its name, its place or who to ask for; or stops, or begins again, to be one. */
export const changeClient = command({
  name: 'assignments/change-client',
  runsAs: 'app',
  schema,
  async run(ctx, { clientId, version, commune, category, siret, name, safety, former, ...contact }) {
    const client = await clientCard(ctx, clientId)
    if (!client) return notFound()
    if (!mayPlace(ctx.actor)) return refuse('assignments/not-yours')
    if (category === 'private-person' && siret !== null) return refuse('assignments/siret-of-a-household', {}, 'siret')
    const communeId = `commune-${commune}`
    if (!(await territoryExists(ctx, communeId))) return refuse('assignments/commune-unknown', {}, 'commune')
    const lastDay = former ? (client.lastDay ?? ctx.today) : null
    if (!(await updateClient(ctx, clientId, version, { category, name, communeId, siret, safety, lastDay })))
      return refuse('platform/stale')
    await writeContact(ctx, client, contact)
    await emitEvent(ctx, { type: 'assignments/client-changed', version: 1, subjectId: clientId, ids: { client: clientId } })
    return granted({ id: clientId })
  },
  trace: ({ clientId }) => ({
    subjects: { client: clientId },
    fields: ['category', 'name', 'commune', 'siret', 'safety', 'contact', 'lastDay'],
  }),
})
