import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { mayWriteOf } from '../may-write-of.ts'
import { refuse } from '../messages.fr.ts'
import { findReview } from '../queries/reviews-of.ts'
import { closeReview } from '../store-reviews.ts'

const schema = z.object({ reviewId: z.uuid() })

/** Takes back a review that should not have been recorded: its referents and its author may; nobody reads it any more. */
export const cancelReview = command({
  name: 'accompaniment/cancel-review',
  runsAs: 'app',
  schema,
  async run(ctx, { reviewId }) {
    const known = await findReview(ctx, reviewId)
    if (!known) return notFound()
    const may = await mayWriteOf(ctx, known.personId)
    if (!may.ok) return may
    if (!(await closeReview(ctx, reviewId, 'cancelled'))) return refuse('platform/stale')
    const ids = { review: reviewId, person: known.personId }
    await emitEvent(ctx, { type: 'accompaniment/review-cancelled', version: 1, subjectId: reviewId, ids })
    return granted({ personId: known.personId })
  },
  trace: ({ reviewId }, { personId }) => ({ subjects: { review: reviewId, person: personId }, fields: ['closed'] }),
})
