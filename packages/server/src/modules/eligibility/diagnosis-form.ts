import { day } from '@maillage/kernel'
import { CRITERION_CODES, type CriterionCode, type Evidence, type Registration, type TickedCriterion } from '@maillage/rules/eligibility'
import { z } from 'zod'

const date = (sentence: string) => z.iso.date(sentence).transform(day)
const proof = date('Saisissez la date du justificatif')
const open = date('Saisissez une date de fin').nullable()

const evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('piece'), dated: proof }),
  z.object({ kind: z.literal('renewal-request'), dated: proof }),
  z.object({ kind: z.literal('diploma') }),
  z.object({ kind: z.literal('title'), first: proof.optional(), last: open }),
  z.object({ kind: z.literal('certification'), first: proof, last: open }),
])

const ticked = z
  .object({ code: z.enum(CRITERION_CODES, 'Choisissez un critère de la liste'), evidence: evidence.optional() })
  .transform(({ code, evidence: given }): TickedCriterion => (given ? { code, evidence: given as Evidence } : { code }))

const registration = z.union([
  z.object({ monthsOnCertificate: z.coerce.number('Saisissez le nombre de mois').int().min(0).max(600) }),
  z.object({ periods: z.array(z.object({ first: proof, last: open })) }),
])

const once = (criteria: readonly { readonly code: CriterionCode }[]) => new Set(criteria.map(({ code }) => code)).size === criteria.length

/** What is typed of a diagnosis: the same for the screen, the API and the slices above. */
export const diagnosisSchema = z.object({
  personId: z.uuid(),
  unitId: z.uuid(),
  siaeId: z.uuid('Choisissez une structure de la liste').nullable(),
  madeOn: date('Saisissez la date du diagnostic'),
  criteria: z.array(ticked).refine(once, 'Un critère ne se coche qu’une fois'),
  registration: registration.transform((typed): Registration => typed).optional(),
})

export type DiagnosisForm = z.output<typeof diagnosisSchema>
