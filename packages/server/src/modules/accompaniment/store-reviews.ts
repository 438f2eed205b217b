import { isoDate } from '@maillage/kernel'
import { CAPABILITIES, CAPABILITY_NAMES } from '@maillage/rules/accompaniment'
import type { Ctx } from '../../platform/command/context.ts'
import { answerPurpose, type ReviewFacts } from './model-reviews.ts'
import { wordsToStore } from './sealed-words.ts'
import { reviewsIn } from './tables-reviews.ts'

interface OfReview {
  readonly id: string
  readonly personId: string
  readonly organisationId: string
  /** The review that this one says again. */
  readonly corrects: string | null
}

/** A review and what was said of each domain: two statements, however many answers. */
export async function insertReview(ctx: Ctx, { id, personId, organisationId, corrects }: OfReview, facts: ReviewFacts): Promise<void> {
  const of = { person_id: personId, organisation_id: organisationId, recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId }
  const { moment, heldOn, withPerson, words, nextOn, answers } = facts
  await reviewsIn(ctx.tx)
    .insertInto('review')
    .values({
      id,
      moment,
      held_on: isoDate(heldOn),
      with_person: withPerson,
      words,
      next_on: nextOn === null ? null : isoDate(nextOn),
      corrects,
      ...of,
    })
    .execute()
  const said = CAPABILITY_NAMES.flatMap((capability) => {
    const answer = answers[capability]
    const { sensitivity } = CAPABILITIES[capability]
    const row = answerPurpose(id, capability)
    return answer
      ? [
          {
            review_id: id,
            capability,
            sensitivity,
            level: answer.level,
            words: wordsToStore(ctx.keys, sensitivity, row, answer.words),
            ...of,
          },
        ]
      : []
  })
  if (said.length > 0) await reviewsIn(ctx.tx).insertInto('review_answer').values(said).execute()
}

/** @returns false when somebody corrected or cancelled it meanwhile. */
export async function closeReview({ tx, now }: Ctx, id: string, as: 'corrected' | 'cancelled'): Promise<boolean> {
  const { numUpdatedRows } = await reviewsIn(tx)
    .updateTable('review')
    .set({ closed_at: now.toString(), closed_as: as })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
