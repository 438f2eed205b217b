import { centiHours, day } from '@maillage/kernel'
import { z } from 'zod'

const empty = (typed: unknown) => (typed === '' ? null : typed)
const FIGURE = /^(\d{1,2})(?:[.,](\d{1,2}))?$/

/** Weekly hours as people type them: « 12 », « 7,5 »; empty: not known yet. */
export const weeklyHoursField = z
  .string()
  .trim()
  .transform((typed, context) => {
    if (typed === '') return null
    const figure = FIGURE.exec(typed)
    const hours = figure ? Number(figure[1]) * 100 + Number((figure[2] ?? '').padEnd(2, '0')) : 0
    if (hours > 0 && hours <= 6000) return centiHours(hours)
    context.addIssue({ code: 'custom', message: 'Saisissez des heures par semaine, entre 0,25 et 60, par exemple 7,5' })
    return z.NEVER
  })

/** Days of the week that were ticked, Monday being 1. */
export const weekdaysField = z.array(z.coerce.number().int().min(1).max(7)).max(7)

/** What a form says of a work asked for. */
export const requestFields = {
  work: z
    .string()
    .trim()
    .min(1, 'Dites le travail en quelques mots, par exemple Ménage ou Manutention')
    .max(120, 'Le travail dépasse 120 caractères : raccourcissez-le'),
  commune: z.string('Saisissez la commune du travail').min(1, 'Saisissez la commune du travail'),
  firstDay: z.iso.date('Saisissez le premier jour').transform(day),
  lastDay: z.iso.date().transform(day).nullable().default(null),
  weeklyHours: weeklyHoursField,
  weekdays: weekdaysField,
  schedule: z.preprocess(empty, z.string().trim().max(120, 'L’horaire dépasse 120 caractères : raccourcissez-le').nullable()),
  people: z.coerce
    .number('Saisissez un nombre de personnes')
    .int('Saisissez un nombre entier de personnes')
    .min(1, 'Saisissez au moins une personne')
    .max(50, 'Saisissez 50 personnes au plus'),
  needs: z.array(z.enum(['licence', 'vehicle'])),
}
