import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import type { Review } from '../model-reviews.ts'
import { findReview } from '../queries/reviews-of.ts'

/** A review and whom it is about. */
export interface ReviewShown {
  readonly card: PersonCard
  readonly review: Review
}

/** The review whose id is in the address; undefined when it is not for the reader, or stands no more. */
export async function reviewInAddress(request: PageRequest<Member>): Promise<ReviewShown | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const review = await findReview(ctx, id)
    const card = review && (await personCard(ctx, review.personId))
    return card && { card, review }
  })
}
