import { parseSiret } from '@maillage/kernel'
import { z } from 'zod'
import { CLIENT_CATEGORIES } from './model.ts'

const empty = (typed: unknown) => (typed === '' ? null : typed)
const short = (most: number, what: string) =>
  z.preprocess(empty, z.string().trim().max(most, `${what} dépasse ${most} caractères : raccourcissez`).nullable())

/** What a form says of a client. */
export const clientFields = {
  category: z.enum(CLIENT_CATEGORIES, 'Dites de quelle sorte de client il s’agit'),
  name: z.string().trim().min(1, 'Saisissez le nom du client').max(120, 'Le nom dépasse 120 caractères : raccourcissez-le'),
  commune: z.string('Saisissez la commune du client').min(1, 'Saisissez la commune du client'),
  siret: z.string().transform((typed, context) => {
    if (typed === '') return null
    const siret = parseSiret(typed)
    if (siret) return siret
    context.addIssue({ code: 'custom', message: 'Ce SIRET n’existe pas : quatorze chiffres, par exemple 732 829 320 00074' })
    return z.NEVER
  }),
  safety: short(500, 'La consigne'),
  personToAsk: short(120, 'Le nom'),
  phone: short(30, 'Le téléphone'),
  email: z.preprocess(empty, z.email('Saisissez une adresse électronique, par exemple nom@exemple.fr').max(254).nullable()),
  address: short(240, 'L’adresse'),
}
