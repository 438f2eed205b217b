import type { Sensitivity } from '@maillage/kernel'
import type { CapabilityAnswer, CapabilityName } from '@maillage/rules/accompaniment'
import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { ReviewMoment } from './model-reviews.ts'

interface OfPerson {
  person_id: string
  organisation_id: string
  recorded_at: string
  recorded_by: string
}

type ReviewTables = {
  review: OfPerson & {
    id: string
    moment: ReviewMoment
    held_on: string
    with_person: boolean
    words: string | null
    next_on: string | null
    corrects: string | null
    closed_at: Generated<string | null>
    closed_as: Generated<'corrected' | 'cancelled' | null>
  }
  review_answer: OfPerson & {
    review_id: string
    capability: CapabilityName
    sensitivity: Sensitivity
    level: CapabilityAnswer
    words: string | null
  }
}

/** The transaction, knowing the tables of reviews. */
export const reviewsIn = (tx: Tx) => tx.withTables<ReviewTables>()
