import { day } from '@maillage/kernel'
import { CAPABILITIES, type CapabilityName } from '@maillage/rules/accompaniment'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { answerPurpose, type Review, type ReviewAnswer, type ReviewMoment } from '../model-reviews.ts'
import { storedWords } from '../sealed-words.ts'

type Reading = Pick<ReadCtx, 'tx' | 'keys'>

interface Row {
  readonly id: string
  readonly person_id: string
  readonly organisation_id: string
  readonly moment: ReviewMoment
  readonly held_on: string
  readonly with_person: boolean
  readonly words: string | null
  readonly next_on: string | null
  readonly at: string
  readonly recorded_by: string
  readonly author: string | null
  readonly answers: Readonly<Partial<Record<CapabilityName, ReviewAnswer>>>
}

function reviewOf({ keys }: Reading, row: Row): Review {
  const opened = (Object.entries(row.answers) as [CapabilityName, ReviewAnswer][]).map(([name, { level, words }]) => [
    name,
    { level, words: storedWords(keys, CAPABILITIES[name].sensitivity, answerPurpose(row.id, name), words) },
  ])
  return {
    id: row.id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    moment: row.moment,
    heldOn: day(row.held_on),
    withPerson: row.with_person,
    words: row.words,
    nextOn: row.next_on === null ? null : day(row.next_on),
    answers: Object.fromEntries(opened),
    recordedAt: Temporal.Instant.from(row.at),
    recordedBy: row.recorded_by,
    author: row.author,
  }
}

async function found(ctx: Reading, which: RawBuilder<unknown>): Promise<readonly Review[]> {
  const { rows } = await sql<Row>`
    select review.id, review.person_id, review.organisation_id, review.moment, review.held_on::text as held_on, review.with_person, review.words,
      review.next_on::text as next_on, to_char(review.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, review.recorded_by,
      (select membership.display_name from membership
        where membership.account_id = review.recorded_by and membership.organisation_id = review.organisation_id
        order by membership.first_day desc limit 1) as author,
      coalesce((select jsonb_object_agg(answer.capability, jsonb_build_object('level', answer.level, 'words', answer.words))
        from review_answer as answer where answer.review_id = review.id), '{}') as answers
    from review where review.closed_at is null and ${which} order by review.held_on, review.recorded_at`.execute(ctx.tx)
  return rows.map((row) => reviewOf(ctx, row))
}

/** The reviews that stand, the first first, as row security shows them and their answers. One statement. */
export const reviewsOf = (ctx: Reading, personId: string): Promise<readonly Review[]> => found(ctx, sql`review.person_id = ${personId}`)

/** One review that stands; undefined when it is not for the reader. */
export const findReview = async (ctx: Reading, id: string): Promise<Review | undefined> => (await found(ctx, sql`review.id = ${id}`))[0]
