import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { territoryExists } from '../../territories/index.ts'
import { clientFields } from '../client-schema.ts'
import { refuse } from '../messages.fr.ts'
import { mayPlace } from '../policy.ts'
import { insertClient, writeContact } from '../store.ts'

const schema = z.object(clientFields)

/** Somebody, or something, becomes a client. */
export const addClient = command({
  name: 'assignments/add-client',
  runsAs: 'app',
  schema,
  async run(ctx, { commune, category, siret, name, safety, ...contact }) {
    const { hat } = ctx.actor
    if (!hat || !mayPlace(ctx.actor)) return refuse('assignments/not-yours')
    if (category === 'private-person' && siret !== null) return refuse('assignments/siret-of-a-household', {}, 'siret')
    const communeId = `commune-${commune}`
    if (!(await territoryExists(ctx, communeId))) return refuse('assignments/commune-unknown', {}, 'commune')
    const client = { id: ctx.ids.next(), organisationId: hat.organisationId }
    await insertClient(ctx, { ...client, category, name, communeId, siret, safety, lastDay: null })
    await writeContact(ctx, client, contact)
    await emitEvent(ctx, { type: 'assignments/client-added', version: 1, subjectId: client.id, ids: { client: client.id } })
    return granted({ id: client.id })
  },
  trace: (_typed, { id }) => ({ subjects: { client: id }, fields: ['category', 'name', 'commune', 'siret', 'safety', 'contact'] }),
})
