import { day } from '@maillage/kernel'
import { z } from 'zod'
import { leftEmpty } from '../../platform/command/left-empty.ts'
import { TEXT_LIMIT } from './model.ts'
import { BARRIER_EVIDENCE, BARRIER_STATES, BARRIER_WEIGHTS } from './model-barriers.ts'

const sentence = leftEmpty(z.string().trim().max(TEXT_LIMIT, `Écrivez ${TEXT_LIMIT} caractères au plus`).nullable().default(null))

/** What is typed of a barrier, noted or updated. */
export const barrierFields = {
  state: z.enum(BARRIER_STATES, 'Dites où en est ce frein'),
  weight: z.enum(BARRIER_WEIGHTS, 'Dites combien ce frein pèse aujourd’hui'),
  evidence: leftEmpty(z.enum(BARRIER_EVIDENCE, 'Choisissez dans la liste').nullable().default(null)),
  since: z.iso.date().transform(day).nullable().default(null),
  consequence: sentence,
  tried: sentence,
}
