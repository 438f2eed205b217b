import { day } from '@maillage/kernel'
import { GOAL_STAGES } from '@maillage/rules/accompaniment'
import { z } from 'zod'
import { leftEmpty } from '../../platform/command/left-empty.ts'
import { ACTION_STATES, DOERS, GOAL_STATES, PLAN_LIMIT } from './model-plan.ts'

const tooLong = `Écrivez ${PLAN_LIMIT} caractères au plus`
const reason = leftEmpty(z.string().trim().max(PLAN_LIMIT, tooLong).nullable().default(null))
const words = (missing: string) => z.string().trim().min(1, missing).max(PLAN_LIMIT, tooLong)

/** What is typed of a goal, set or updated. */
export const goalFields = {
  words: words('Écrivez l’objectif, avec les mots de la personne'),
  stage: leftEmpty(z.enum(GOAL_STAGES, 'Choisissez dans la liste').nullable().default(null)),
}

/** How a goal ends. */
export const goalEnd = { state: z.enum(GOAL_STATES, 'Dites où en est cet objectif'), reason }

/** What is typed of an action, planned or updated. */
export const actionFields = {
  words: words('Écrivez ce qui est à faire'),
  doer: z.enum(DOERS, 'Dites qui le fait'),
  dueOn: z.iso.date().transform(day).nullable().default(null),
  shared: z.boolean().default(false),
}

/** How an action ends. */
export const actionEnd = { state: z.enum(ACTION_STATES, 'Dites où en est cette action'), reason }
