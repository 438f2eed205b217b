import { granted } from '@maillage/kernel'
import { PLIE_INDICATORS, type PlieIndicator } from '@maillage/rules/exits'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { employer } from '../../employment/index.ts'
import { refuse } from '../messages.fr.ts'
import { mayAgreeRates } from '../policy.ts'
import { agreedRatesOf } from '../queries/agreed-rates-of.ts'
import { replaceAgreedRate } from '../store-rates.ts'

const PERCENT = 'Saisissez un pourcentage entier, entre 0 et 100'
const percent = z
  .string()
  .trim()
  .regex(/^(\d{1,3})?$/, PERCENT)
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .refine((typed) => typed === null || typed <= 100, PERCENT)

const percents = Object.fromEntries(PLIE_INDICATORS.map((measure) => [measure, percent])) as Record<PlieIndicator, typeof percent>

const schema = z.object({
  siaeId: z.uuid(),
  year: z.coerce.number().int().min(2008).max(2100),
  document: z.string().trim().max(200, 'Le nom de l’accord dépasse 200 caractères : raccourcissez-le'),
  ...percents,
})

/** Writes the rates that a structure agreed for a year, with the agreement that says so; an empty box withdraws one. What was written before stays. */
export const agreeRates = command({
  name: 'exits/agree-rates',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, year, document, ...typed }) {
    const siae = await employer(ctx, siaeId)
    if (!siae) return notFound()
    if (!mayAgreeRates(ctx.actor, siae)) return refuse('exits/rates-not-yours')
    const said = PLIE_INDICATORS.filter((measure) => typed[measure] !== null)
    if (said.length > 0 && document === '') return refuse('exits/agreement-unnamed', {}, 'document')
    const known = await agreedRatesOf(ctx, { siaeId, year })
    const changed = PLIE_INDICATORS.filter(
      (measure) =>
        typed[measure] !== (known.get(measure)?.percent ?? null) || (typed[measure] !== null && document !== known.get(measure)?.document),
    )
    for (const measure of changed)
      await replaceAgreedRate(ctx, { siaeId, organisationId: siae.organisationId, year, measure, percent: typed[measure], document })
    return granted({ siaeId, changed: changed.length })
  },
  trace: ({ siaeId }) => ({ subjects: { siae: siaeId }, fields: ['year', 'document', ...PLIE_INDICATORS] }),
})
