import { type CalendarDate, day, type Outcome } from '@maillage/kernel'
import { z } from 'zod'
import { leftEmpty } from '../../platform/command/left-empty.ts'
import { refuse } from './messages.fr.ts'
import { LONGEST, MISSIONS, TEXT_LIMIT } from './model.ts'

const tooLong = (limit: number) => `Écrivez ${limit} caractères au plus`

/** A text that may be left empty. */
export const optionalText = (limit: number) => leftEmpty(z.string().trim().max(limit, tooLong(limit)).nullable())

/** A text that must be there; `missing` says what to write. */
export const askedText = (limit: number, missing: string) => z.string().trim().min(1, missing).max(limit, tooLong(limit))

/** What an act and a workshop both say. */
export const actFields = {
  mission: z.enum(MISSIONS, 'Choisissez une mission'),
  happenedOn: z.iso.date('Saisissez la date').transform(day),
  minutes: leftEmpty(
    z.coerce
      .number('Saisissez une durée en minutes, par exemple 45')
      .int('Saisissez des minutes entières')
      .min(1, 'Saisissez une durée d’au moins une minute')
      .max(LONGEST, 'Saisissez une durée de dix heures au plus, en minutes')
      .nullable(),
  ),
  nextStep: optionalText(TEXT_LIMIT),
  nextOn: z.iso.date().transform(day).nullable().default(null),
}

interface Dated {
  readonly happenedOn: CalendarDate
  readonly nextStep: string | null
  readonly nextOn: CalendarDate | null
}

/** Refuses days that cannot be: an act to come, a next step before it, a day of nothing; undefined when they can. */
export function misdated(
  today: CalendarDate,
  { happenedOn, nextOn, nextStep }: Dated,
): (Outcome<never> & { readonly ok: false }) | undefined {
  if (happenedOn > today) return refuse('accompaniment/act-to-come', {}, 'happenedOn')
  if (nextOn !== null && nextStep === null) return refuse('accompaniment/next-without-step', {}, 'nextStep')
  if (nextOn !== null && nextOn < happenedOn) return refuse('accompaniment/next-before-act', {}, 'nextOn')
  return undefined
}
