import { day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { mayAccompany } from '../policy.ts'
import { findPartner } from '../queries/partners.ts'
import { insertPartnerVersion, supersedePartner } from '../store-partners.ts'

const schema = z.object({ partnerId: z.uuid(), closedOn: z.iso.date('Saisissez le dernier jour').transform(day) })

/** Says that a partner does not exist any more: proposed to nobody, kept in the history. */
export const closePartner = command({
  name: 'accompaniment/close-partner',
  runsAs: 'app',
  schema,
  async run(ctx, { partnerId, closedOn }) {
    const { hat } = ctx.actor
    if (!hat || !mayAccompany(ctx.actor)) return refuse('accompaniment/partners-not-yours')
    const partner = await findPartner(ctx, partnerId)
    if (!partner) return notFound()
    if (partner.closedOn !== null) return refuse('accompaniment/partner-closed')
    if (closedOn > ctx.today) return refuse('accompaniment/closing-to-come', {}, 'closedOn')
    if (!(await supersedePartner(ctx, partnerId, partner.version))) return refuse('platform/stale')
    await insertPartnerVersion(ctx, hat.organisationId, partnerId, partner.version + 1, { ...partner, closedOn })
    return granted({ id: partnerId })
  },
  trace: ({ partnerId }) => ({ subjects: { partner: partnerId }, fields: ['closedOn'] }),
})
