import { day } from '@maillage/kernel'
import { z } from 'zod'
import { optionalNumber, typedNumber } from './typed-number.ts'

/** Ten thousand posts, and a billion euros: beyond, somebody typed a figure in the wrong box. */
const POSTS_AT_MOST = 1_000_000
const CENTS_AT_MOST = 100_000_000_000
const HOURS_AT_MOST = 876_000

export const actNumber = z
  .string()
  .trim()
  .max(60, 'Le numéro dépasse 60 caractères\u00a0: raccourcissez-le')
  .transform((typed) => typed || null)
  .default(null)

export const cancelReason = z
  .string('Écrivez pourquoi vous l’annulez')
  .trim()
  .min(3, 'Écrivez pourquoi vous l’annulez')
  .max(300, 'Le motif dépasse 300 caractères\u00a0: raccourcissez-le')

export const typedDay = (missing: string) => z.iso.date(missing).transform(day)

export const typedPosts = typedNumber(
  'Saisissez le nombre de postes',
  'Saisissez un nombre de postes, par exemple 7,43, avec deux décimales au plus',
  POSTS_AT_MOST,
)

const typedAmount = optionalNumber('Saisissez un montant en euros, par exemple 239 210,50', CENTS_AT_MOST)

/** What is read on an annex, typed or in a file: the same words and the same limits. */
export const annexFields = {
  measure: z.enum(['common', 'prison', 'bridge'], 'Choisissez ce que l’annexe finance'),
  number: actNumber,
  firstDay: typedDay('Saisissez le premier jour de l’annexe'),
  lastDay: typedDay('Saisissez le dernier jour de l’annexe'),
  signedOn: typedDay('Saisissez la date de signature de l’annexe'),
  posts: typedPosts,
  hoursOfOneFte: optionalNumber('Saisissez un nombre d’heures, par exemple 1 820', HOURS_AT_MOST),
  amount: typedAmount,
  cofinancingDepartement: typedAmount,
  cofinancingTotal: typedAmount,
}
