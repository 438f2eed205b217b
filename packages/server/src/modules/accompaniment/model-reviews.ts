import type { CalendarDate } from '@maillage/kernel'
import type { CapabilityAnswer, CapabilityName } from '@maillage/rules/accompaniment'

/** When a review is made: at the entry, on the way, at the exit. As many as are useful. */
export const REVIEW_MOMENTS = ['entry', 'during', 'exit'] as const
export type ReviewMoment = (typeof REVIEW_MOMENTS)[number]

/** The longest that the person may say of one domain, and of the whole. */
export const ANSWER_LIMIT = 300
export const REVIEW_LIMIT = 1000

/** What the person says of one domain of life. */
export interface ReviewAnswer {
  readonly level: CapabilityAnswer
  readonly words: string | null
}

/** What is written of a review, once and again. A domain that was not talked about is absent. */
export interface ReviewFacts {
  readonly moment: ReviewMoment
  readonly heldOn: CalendarDate
  readonly withPerson: boolean
  readonly words: string | null
  readonly nextOn: CalendarDate | null
  readonly answers: { readonly [Name in CapabilityName]?: ReviewAnswer | undefined }
}

/** A review as it stands. */
export interface Review extends ReviewFacts {
  readonly id: string
  readonly personId: string
  readonly organisationId: string
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  /** The name under which its author works; null when they are not a member any more. */
  readonly author: string | null
}

/** What the words of one answer are sealed for. */
export const answerPurpose = (reviewId: string, capability: CapabilityName): string => `review_answer ${reviewId} ${capability}`
