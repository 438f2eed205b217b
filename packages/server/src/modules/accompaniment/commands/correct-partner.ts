import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { partnerFields, placed } from '../partner-fields.ts'
import { mayAccompany } from '../policy.ts'
import { findPartner } from '../queries/partners.ts'
import { insertPartnerVersion, supersedePartner } from '../store-partners.ts'

const schema = z.object({ partnerId: z.uuid(), version: z.coerce.number().int().positive(), ...partnerFields })

/** Corrects what is said of a partner, or opens it again: the former version stays in its history, with who wrote it. */
export const correctPartner = command({
  name: 'accompaniment/correct-partner',
  runsAs: 'app',
  schema,
  async run(ctx, { partnerId, version, commune, reach, ...said }) {
    const { hat } = ctx.actor
    if (!hat || !mayAccompany(ctx.actor)) return refuse('accompaniment/partners-not-yours')
    const partner = await findPartner(ctx, partnerId)
    if (!partner) return notFound()
    const place = await placed(ctx, commune, reach)
    if (place === 'commune-unknown') return refuse('accompaniment/commune-unknown', {}, 'commune')
    if (place === 'nowhere') return refuse('accompaniment/no-such-reach', {}, 'reach')
    if (place.departementId !== partner.departementId) return refuse('accompaniment/partner-moved-away', {}, 'commune')
    if (!(await supersedePartner(ctx, partnerId, version))) return refuse('platform/stale')
    await insertPartnerVersion(ctx, hat.organisationId, partnerId, version + 1, { ...said, ...place, closedOn: null })
    return granted({ id: partnerId })
  },
  trace: ({ partnerId }) => ({ subjects: { partner: partnerId }, fields: Object.keys(partnerFields) }),
})
