import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { mayWriteOf } from '../may-write-of.ts'
import { refuse } from '../messages.fr.ts'
import { findReview } from '../queries/reviews-of.ts'
import { reviewFields, unlikelyReview } from '../review-fields.ts'
import { closeReview, insertReview } from '../store-reviews.ts'

const schema = z.object({ reviewId: z.uuid(), ...reviewFields })

/** Says a review again, whole: the one corrected stays for who asks what was known. By a referent: nobody else reads all its answers. */
export const correctReview = command({
  name: 'accompaniment/correct-review',
  runsAs: 'app',
  schema,
  async run(ctx, { reviewId, ...facts }) {
    const known = await findReview(ctx, reviewId)
    if (!known) return notFound()
    const may = await mayWriteOf(ctx, known.personId)
    if (!may.ok) return may
    const { personId, organisationId, referent } = may.value
    if (!referent) return refuse('accompaniment/review-corrected-by-referents')
    const refused = unlikelyReview(facts, { today: ctx.today, referent })
    if (refused) return refused
    await lock(ctx, 'person', personId)
    if (!(await closeReview(ctx, reviewId, 'corrected'))) return refuse('platform/stale')
    const id = ctx.ids.next()
    await insertReview(ctx, { id, personId, organisationId, corrects: reviewId }, facts)
    await emitEvent(ctx, { type: 'accompaniment/review-corrected', version: 1, subjectId: id, ids: { review: id, person: personId } })
    return granted({ id, personId })
  },
  trace: (_typed, { id, personId }) => ({
    subjects: { review: id, person: personId },
    fields: ['moment', 'heldOn', 'withPerson', 'words', 'nextOn', 'answers'],
  }),
})
