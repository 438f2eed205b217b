import { day } from '@maillage/kernel'
import { SUSPENSION_REASONS } from '@maillage/rules/pass-iae'
import { z } from 'zod'

/** What is typed of a suspension: the screen and the slice that knows the stays ask the same. */
export const suspensionSchema = z.object({
  passId: z.uuid(),
  siaeId: z.uuid('Choisissez la structure concernée'),
  reason: z.enum(SUSPENSION_REASONS as readonly [(typeof SUSPENSION_REASONS)[number]], 'Choisissez le motif de la suspension'),
  firstDay: z.iso.date('Saisissez le premier jour de la suspension').transform(day),
  lastDay: z.iso.date('Saisissez le dernier jour de la suspension').transform(day).nullable(),
})

/** What only a higher slice knows: the latest hire, and the stays elsewhere that run (an opaque label each). */
export const suspensionFacts = z.object({
  hiredOn: z.iso.date().transform(day).optional(),
  otherRunningStays: z.array(z.string()).readonly().optional(),
})

export type SuspensionForm = z.output<typeof suspensionSchema>
