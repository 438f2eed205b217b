import { centiHours, month } from '@maillage/kernel'
import { z } from 'zod'
import { HOURS_MEASURES } from './model-months.ts'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const FIGURE = /^(\d{1,6})(?:[.,](\d{1,2}))?$/
/** « 151 h 40 »: hours and minutes, as a time clock prints them. */
const CLOCK = /^(\d{1,6})\s*h(?:\s*([0-5]?\d))?$/i

/** Hundredths of an hour in what was typed; undefined when it is not a figure. */
export function readHours(typed: string): number | undefined {
  const compact = typed.replace(/[\s\u00a0\u202f](?=\d{3}(\D|$))/g, '')
  const figure = FIGURE.exec(compact)
  if (figure) return Number(figure[1]) * 100 + Number((figure[2] ?? '').padEnd(2, '0'))
  const clock = CLOCK.exec(compact)
  return clock ? Number(clock[1]) * 100 + Math.round((Number(clock[2] ?? 0) * 100) / 60) : undefined
}

/** A box of hours: empty means not known, 0 means none. What cannot be in a month is said by the rules, which know its days. */
const hours = (which: string) =>
  z
    .string()
    .trim()
    .transform((typed, context) => {
      if (typed === '') return null
      const read = readHours(typed)
      if (read !== undefined) return centiHours(read)
      context.addIssue({ code: 'custom', message: `${which} : saisissez un nombre positif, par exemple 112,67 ou 112 h 40` })
      return z.NEVER
    })

const idOrNull = (message: string) => z.preprocess((typed) => (typed === '' ? null : typed), z.uuid(message).nullable())

/** The month of a structure, as an address names it. */
export const monthOfSiae = z.object({ siaeId: z.uuid(), month: z.string().regex(MONTH, 'Choisissez un mois').transform(month) })

/** The lines of a month, with the version of each that the form had read. */
export const typedLines = z
  .array(
    z.object({
      stayId: z.uuid(),
      hoursId: idOrNull('Cette ligne n’existe plus'),
      version: z.coerce.number().int().nonnegative(),
      worksiteId: idOrNull('Choisissez un site de la liste'),
      measure: z.enum(HOURS_MEASURES),
      paid: hours('Heures payées'),
      worked: hours('Heures travaillées'),
      accompaniment: hours('Heures d’accompagnement'),
      clause: hours('Heures d’insertion'),
    }),
  )
  .max(600)

/** Why something already validated changes. */
export const reasonField = (missing: string) =>
  z.string().trim().min(1, missing).max(500, 'Le motif dépasse 500 caractères : raccourcissez-le')
