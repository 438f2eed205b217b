import { type CalendarDate, day, type Outcome } from '@maillage/kernel'
import { CAPABILITY_LEVELS, CAPABILITY_NAMES, type CapabilityName } from '@maillage/rules/accompaniment'
import { z } from 'zod'
import { leftEmpty } from '../../platform/command/left-empty.ts'
import { optionalText } from './act-fields.ts'
import { refuse } from './messages.fr.ts'
import { ANSWER_LIMIT, REVIEW_LIMIT, REVIEW_MOMENTS, type ReviewAnswer, type ReviewFacts } from './model-reviews.ts'

const answer = z
  .object({
    level: leftEmpty(
      z
        .enum([...CAPABILITY_LEVELS, 'unsaid'], 'Choisissez dans la liste')
        .nullable()
        .default(null),
    ),
    words: optionalText(ANSWER_LIMIT).default(null),
  })
  .superRefine(({ level, words }, ctx) => {
    if (words === null || (level !== null && level !== 'unsaid')) return
    const message =
      level === null ? 'Dites aussi comment cela va, ou effacez la phrase' : 'La personne ne souhaite pas répondre : effacez la phrase'
    ctx.addIssue({ code: 'custom', path: ['level'], message })
  })
  .transform(({ level, words }): ReviewAnswer | undefined => (level === null ? undefined : { level, words }))

const answers = z.object(
  Object.fromEntries(CAPABILITY_NAMES.map((name) => [name, answer.optional()])) as Record<CapabilityName, z.ZodOptional<typeof answer>>,
)

/** What is typed of a review, recorded or corrected. */
export const reviewFields = {
  moment: z.enum(REVIEW_MOMENTS, 'Dites de quel bilan il s’agit'),
  heldOn: z.iso.date('Saisissez la date').transform(day),
  withPerson: z.enum(['yes', 'no'], 'Dites si la personne était là').transform((said) => said === 'yes'),
  words: optionalText(REVIEW_LIMIT),
  nextOn: z.iso.date().transform(day).nullable().default(null),
  answers,
}

/** Refuses a review that cannot be: to come, followed by one before it, of nothing, or of a health that its author may not write of. */
export function unlikelyReview(
  facts: ReviewFacts,
  { today, referent }: { readonly today: CalendarDate; readonly referent: boolean },
): (Outcome<never> & { readonly ok: false }) | undefined {
  const { heldOn, nextOn, answers: said, words } = facts
  if (heldOn > today) return refuse('accompaniment/review-to-come', {}, 'heldOn')
  if (nextOn !== null && nextOn <= heldOn) return refuse('accompaniment/next-review-before', {}, 'nextOn')
  if (said.health && !referent) return refuse('accompaniment/referents-only', {}, 'answers-health-level')
  if (words === null && Object.values(said).every((each) => each === undefined))
    return refuse('accompaniment/review-of-nothing', {}, 'words')
  return undefined
}
