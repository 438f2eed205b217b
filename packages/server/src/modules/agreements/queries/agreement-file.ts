import { type CalendarDate, day } from '@maillage/kernel'
import { centiPosts } from '@maillage/rules/agreements'
import { sql } from 'kysely'
import { legalDay } from '../../../platform/clock.ts'
import { PARIS } from '../../../platform/command/context.ts'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Cancellation, InsertionPost, Origin, RecordedAgreement, RecordedAmendment, RecordedAnnex } from '../model.ts'
import { type AmendmentFacts, ANNEX_COLUMNS, type AnnexRow, amendmentOf, standingOf } from './annex-row.ts'

interface Act {
  readonly origin: Origin
  readonly recorded_at: string
  readonly cancelled_at: string | null
  readonly cancelled_reason: string | null
}
interface AmendmentRow extends AmendmentFacts, Act {
  readonly id: string
  readonly number: string | null
}
interface FileRow extends AnnexRow, Act {
  readonly version: number
  readonly amendments: readonly AmendmentRow[]
  readonly breakdown: readonly (Omit<InsertionPost, 'posts'> & { posts: number })[]
}
interface AgreementRow extends Act {
  readonly id: string
  readonly siae_id: string
  readonly number: string | null
  readonly first_day: string
  readonly last_day: string
  readonly signed_on: string
  readonly version: number
}

/** Everything agreed with a structure, what was taken back included: the latest first, as pages show it. */
export interface AgreementFile {
  readonly agreements: readonly RecordedAgreement[]
  readonly annexes: readonly RecordedAnnex[]
}

// `2026-11-21 09:00:00+00` from a column, `2026-11-21T09:00:00+00:00` from JSON: an instant writes the second.
const dayOf = (instant: string): CalendarDate => {
  const written = instant.replace(' ', 'T')
  return legalDay(Temporal.Instant.from(/[+-]\d{2}$/.test(written) ? `${written}:00` : written), PARIS)
}

const cancellationOf = ({ cancelled_at, cancelled_reason }: Act): Cancellation | null =>
  cancelled_at === null ? null : { on: dayOf(cancelled_at), reason: cancelled_reason ?? '' }

const amendmentIn =
  (annexId: string) =>
  (row: AmendmentRow): RecordedAmendment => ({
    id: row.id,
    annexId,
    number: row.number,
    act: amendmentOf(row),
    origin: row.origin,
    recordedOn: dayOf(row.recorded_at),
    cancellation: cancellationOf(row),
  })

const agreementOf = (row: AgreementRow): RecordedAgreement => ({
  id: row.id,
  number: row.number,
  period: { first: day(row.first_day), last: day(row.last_day) },
  signedOn: day(row.signed_on),
  origin: row.origin,
  cancellation: cancellationOf(row),
  version: row.version,
})

const annexOf = (row: FileRow): RecordedAnnex => ({
  ...standingOf(row),
  origin: row.origin,
  recordedOn: dayOf(row.recorded_at),
  cancellation: cancellationOf(row),
  version: row.version,
  amendments: row.amendments.map(amendmentIn(row.id)),
  breakdown: row.breakdown.map((post) => ({ ...post, posts: centiPosts(post.posts) })),
})

/** Agreements and annexes of some structures with their history, in two statements; nothing of those that the reader may not read. */
export async function agreementFiles({ tx }: Pick<ReadCtx, 'tx'>, siaeIds: readonly string[]): Promise<ReadonlyMap<string, AgreementFile>> {
  const agreements = await sql<AgreementRow>`
    select id, siae_id, number, first_day, last_day, signed_on, origin, recorded_at::text, cancelled_at::text, cancelled_reason, version
    from agreement where siae_id = any (${siaeIds}::uuid[]) order by first_day desc, recorded_at desc, id`.execute(tx)
  const annexes = await sql<FileRow>`
    select ${ANNEX_COLUMNS}, annex.origin, annex.recorded_at::text, annex.cancelled_at::text, annex.cancelled_reason, annex.version,
      coalesce((
        select jsonb_agg(to_jsonb(act) order by act.recorded_at, act.known_on, act.id)
        from annex_amendment as act where act.annex_id = annex.id), '[]') as amendments,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', post.id, 'activity', post.activity, 'worksiteId', post.worksite_id, 'worksite', worksite.name,
          'posts', post.posts) order by post.posts desc, post.activity, post.id)
        from insertion_post as post left join worksite on worksite.id = post.worksite_id
        where post.annex_id = annex.id and post.cancelled_at is null), '[]') as breakdown
    from financial_annex as annex
    join siae on siae.id = annex.siae_id
    join territory as departement on departement.id = annex.territory_id
    where annex.siae_id = any (${siaeIds}::uuid[])
    order by annex.first_day desc, annex.measure, annex.recorded_at desc, annex.id`.execute(tx)
  return new Map(
    siaeIds.map((siaeId) => [
      siaeId,
      {
        agreements: agreements.rows.filter((row) => row.siae_id === siaeId).map(agreementOf),
        annexes: annexes.rows.filter((row) => row.siae_id === siaeId).map(annexOf),
      },
    ]),
  )
}

/** The same of one structure. */
export async function agreementFile(ctx: Pick<ReadCtx, 'tx'>, siaeId: string): Promise<AgreementFile> {
  return (await agreementFiles(ctx, [siaeId])).get(siaeId) ?? { agreements: [], annexes: [] }
}
