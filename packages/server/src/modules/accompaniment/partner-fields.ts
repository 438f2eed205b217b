import { BARRIER_AREAS } from '@maillage/rules/accompaniment'
import { z } from 'zod'
import type { Ctx } from '../../platform/command/context.ts'
import { territoriesOn, territoryExists } from '../territories/index.ts'
import { askedText, optionalText } from './act-fields.ts'
import { PARTNER_LIMITS, REACHES, type Reach } from './model-partners.ts'

const PHONE = /^\+?\d[\d .]{1,18}$/

/** What is typed of a partner. */
export const partnerFields = {
  name: askedText(PARTNER_LIMITS.name, 'Saisissez le nom du partenaire'),
  does: askedText(PARTNER_LIMITS.does, 'Dites en une phrase ce qu’il fait'),
  areas: z.preprocess(
    (ticked) => [...new Set(ticked === undefined || ticked === '' ? [] : [ticked].flat())],
    z.array(z.enum(BARRIER_AREAS, 'Choisissez des domaines de la liste')).min(1, 'Cochez au moins un domaine'),
  ),
  commune: z.string('Saisissez la commune').min(1, 'Saisissez la commune'),
  reach: z.enum(REACHES, 'Dites qui peut y aller'),
  address: optionalText(PARTNER_LIMITS.address),
  phone: z.preprocess(
    (typed) => (typed === '' ? null : typed),
    z.string().regex(PHONE, 'Saisissez un numéro de téléphone, par exemple 04 68 00 00 00').nullable(),
  ),
  conditions: optionalText(PARTNER_LIMITS.conditions),
}

/**
 * Where a partner stands and whose inhabitants it welcomes, today.
 * @returns what is wrong instead: the commune is not known, or belongs to no territory of that kind
 */
export async function placed(ctx: Pick<Ctx, 'tx' | 'today'>, commune: string, reach: Reach) {
  const communeId = `commune-${commune}`
  if (!(await territoryExists(ctx, communeId))) return 'commune-unknown'
  const groups = await territoriesOn(ctx, communeId, ctx.today)
  const departementId = groups.find(({ kind }) => kind === 'departement')?.id
  const servesId = reach === 'commune' ? communeId : groups.find(({ kind }) => kind === reach)?.id
  return departementId === undefined || servesId === undefined ? 'nowhere' : { communeId, departementId, servesId }
}
