import { type CalendarDate, day, frenchDate, type OpenPeriod, type Outcome } from '@maillage/kernel'
import { EXIT_REASONS, type RecordedExitReason } from '@maillage/rules/exits'
import { z } from 'zod'
import type { Ctx } from '../../platform/command/context.ts'
import { refuse } from './messages.fr.ts'
import { latestExit } from './model.ts'

const dayOrNull = z.iso
  .date()
  .nullish()
  .transform((typed) => (typed === null || typed === undefined ? null : day(typed)))

const reasons = EXIT_REASONS as readonly [RecordedExitReason, ...RecordedExitReason[]]

/** What a form says of an exit. The days of the contract found are asked for a reason classed by its length, and may not be known yet. */
export const exitFields = z.object({
  stayId: z.uuid(),
  exitOn: z.iso.date('Saisissez le dernier jour dans la structure').transform(day),
  reason: z.enum(reasons, 'Choisissez le motif de la sortie'),
  foundFirst: dayOrNull,
  foundLast: dayOrNull,
})

/** What a correction says: an empty reason keeps the one that is written. */
export const correctionFields = exitFields.extend({
  reason: z.preprocess((typed) => (typed === '' ? null : typed), z.enum(reasons, 'Choisissez un motif de la liste').nullable()),
  version: z.coerce.number().int().positive(),
  changeReason: z
    .string()
    .trim()
    .min(1, 'Dites en quelques mots pourquoi vous faites ce changement')
    .max(500, 'La raison du changement dépasse 500 caractères : raccourcissez-la'),
})

interface Typed {
  readonly exitOn: CalendarDate
  readonly foundFirst: CalendarDate | null
  readonly foundLast: CalendarDate | null
}

/** The days of the contract found; only what is impossible is refused. */
export function foundDays({ foundFirst, foundLast }: Typed): Outcome<OpenPeriod | null> {
  if (foundFirst === null) return foundLast === null ? { ok: true, value: null } : refuse('exits/found-without-first-day', {}, 'foundFirst')
  if (foundLast !== null && foundLast < foundFirst) return refuse('exits/found-ends-before-it-begins', {}, 'foundLast')
  return { ok: true, value: { first: foundFirst, last: foundLast } }
}

/** Why this day cannot be that of the exit; undefined when it can. */
export function impossibleDay({ today }: Pick<Ctx, 'today'>, entry: CalendarDate, { exitOn }: Typed) {
  if (exitOn < entry) return refuse('exits/before-entry', { entry: frenchDate(entry) }, 'exitOn')
  const latest = latestExit(today)
  return exitOn > latest ? refuse('exits/too-far-ahead', { latest: frenchDate(latest) }, 'exitOn') : undefined
}
