import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { askedText } from '../act-fields.ts'
import { refuse } from '../messages.fr.ts'
import { PARTNER_LIMITS } from '../model-partners.ts'
import { mayAccompany } from '../policy.ts'
import { findPartner } from '../queries/partners.ts'
import { insertRemark } from '../store-partners.ts'

const schema = z.discriminatedUnion('kind', [
  z.object({ partnerId: z.uuid(), kind: z.literal('verified') }),
  z.object({ partnerId: z.uuid(), kind: z.literal('mistake'), said: askedText(PARTNER_LIMITS.mistake, 'Dites ce qui est faux') }),
])

/** Says that what is written of a partner was checked, or that something in it is wrong. */
export const remarkPartner = command({
  name: 'accompaniment/remark-partner',
  runsAs: 'app',
  schema,
  async run(ctx, remark) {
    const { hat } = ctx.actor
    if (!hat || !mayAccompany(ctx.actor)) return refuse('accompaniment/partners-not-yours')
    const partner = await findPartner(ctx, remark.partnerId)
    if (!partner) return notFound()
    if (partner.closedOn !== null) return refuse('accompaniment/partner-closed')
    await insertRemark(ctx, hat.organisationId, { said: null, ...remark })
    return granted({ id: partner.id })
  },
  trace: ({ partnerId, kind }) => ({ subjects: { partner: partnerId }, fields: [kind] }),
})
