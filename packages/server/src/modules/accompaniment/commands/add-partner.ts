import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { refuse } from '../messages.fr.ts'
import { partnerFields, placed } from '../partner-fields.ts'
import { mayAccompany } from '../policy.ts'
import { insertPartner, insertPartnerVersion } from '../store-partners.ts'

const schema = z.object(partnerFields)

/** Adds a partner to the directory that everybody who accompanies shares. */
export const addPartner = command({
  name: 'accompaniment/add-partner',
  runsAs: 'app',
  schema,
  async run(ctx, { commune, reach, ...said }) {
    const { hat } = ctx.actor
    if (!hat || !mayAccompany(ctx.actor)) return refuse('accompaniment/partners-not-yours')
    const place = await placed(ctx, commune, reach)
    if (place === 'commune-unknown') return refuse('accompaniment/commune-unknown', {}, 'commune')
    if (place === 'nowhere') return refuse('accompaniment/no-such-reach', {}, 'reach')
    const id = ctx.ids.next()
    await insertPartner(ctx, hat.organisationId, { id, departementId: place.departementId })
    await insertPartnerVersion(ctx, hat.organisationId, id, 1, { ...said, ...place, closedOn: null })
    return granted({ id })
  },
  trace: (_typed, { id }) => ({ subjects: { partner: id }, fields: Object.keys(partnerFields) }),
})
