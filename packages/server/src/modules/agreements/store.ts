import { type CalendarDate, isoDate, type Period } from '@maillage/kernel'
import type { AnnexMeasure } from '@maillage/rules/agreements'
import type { Ctx } from '../../platform/command/context.ts'
import type { AgreedSiae, Origin } from './model.ts'
import { agreementsOf } from './tables.ts'

const recordedBy = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })
const keysOf = (siae: AgreedSiae) => ({ siae_id: siae.id, organisation_id: siae.organisationId, territory_id: siae.territoryId })

export async function insertAgreement(
  ctx: Ctx,
  siae: AgreedSiae,
  { id, number, period, signedOn }: { id: string; number: string | null; period: Period; signedOn: CalendarDate },
): Promise<void> {
  await agreementsOf(ctx.tx)
    .insertInto('agreement')
    .values({
      id,
      ...keysOf(siae),
      number,
      first_day: isoDate(period.first),
      last_day: isoDate(period.last),
      signed_on: isoDate(signedOn),
      origin: 'typed',
      ...recordedBy(ctx),
    })
    .execute()
}

/** What an annex says, as it was signed. Posts and hours are hundredths, amounts are cents. */
export interface SignedAnnex {
  readonly id: string
  readonly agreementId: string
  readonly measure: AnnexMeasure
  readonly number: string | null
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate
  readonly signedOn: CalendarDate
  readonly posts: number
  readonly hoursOfOneFte: number | null
  readonly amount: number | null
  readonly cofinancingDepartement: number | null
  readonly cofinancingTotal: number | null
  readonly origin: Origin
}

export async function insertAnnex(ctx: Ctx, siae: AgreedSiae, annex: SignedAnnex): Promise<void> {
  await agreementsOf(ctx.tx)
    .insertInto('financial_annex')
    .values({
      id: annex.id,
      agreement_id: annex.agreementId,
      ...keysOf(siae),
      measure: annex.measure,
      number: annex.number,
      first_day: isoDate(annex.firstDay),
      last_day: isoDate(annex.lastDay),
      ends_on: isoDate(annex.lastDay),
      posts: annex.posts,
      known_on: isoDate(annex.signedOn),
      hours_of_one_fte: annex.hoursOfOneFte,
      amount: annex.amount,
      cofinancing_departement: annex.cofinancingDepartement,
      cofinancing_total: annex.cofinancingTotal,
      origin: annex.origin,
      ...recordedBy(ctx),
    })
    .execute()
}

/** What an amendment changes: the posts from a day, or the last day. */
export type Change =
  | { readonly kind: 'posts'; readonly effectOn: CalendarDate; readonly posts: number }
  | { readonly kind: 'end'; readonly lastDay: CalendarDate }

export async function insertAmendment(
  ctx: Ctx,
  siae: AgreedSiae,
  { id, annexId, number, signedOn, change }: { id: string; annexId: string; number: string | null; signedOn: CalendarDate; change: Change },
): Promise<void> {
  await agreementsOf(ctx.tx)
    .insertInto('annex_amendment')
    .values({
      id,
      annex_id: annexId,
      ...keysOf(siae),
      number,
      kind: change.kind,
      known_on: isoDate(signedOn),
      effect_on: change.kind === 'posts' ? isoDate(change.effectOn) : null,
      posts: change.kind === 'posts' ? change.posts : null,
      last_day: change.kind === 'end' ? isoDate(change.lastDay) : null,
      origin: 'typed',
      ...recordedBy(ctx),
    })
    .execute()
}

/** Says that an annex changed, and where it ends now; false when somebody changed it meanwhile. */
export async function changeAnnex(
  ctx: Ctx,
  { id, version, endsOn }: { id: string; version: number; endsOn: CalendarDate },
): Promise<boolean> {
  const { numUpdatedRows } = await agreementsOf(ctx.tx)
    .updateTable('financial_annex')
    .set({ ends_on: isoDate(endsOn), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes an act back: the row stays, with why; false when somebody changed it meanwhile. */
export async function cancelRow(
  ctx: Ctx,
  table: 'agreement' | 'financial_annex',
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await agreementsOf(ctx.tx)
    .updateTable(table)
    .set({ cancelled_at: ctx.now.toString(), cancelled_reason: reason, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function cancelAmendmentRow(ctx: Ctx, id: string, reason: string): Promise<void> {
  await agreementsOf(ctx.tx)
    .updateTable('annex_amendment')
    .set({ cancelled_at: ctx.now.toString(), cancelled_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .execute()
}

/** The breakdown of an annex, in place of the former one, which stays. */
export async function replaceBreakdown(
  ctx: Ctx,
  siae: AgreedSiae,
  annexId: string,
  lines: readonly { readonly activity: string; readonly worksiteId: string | null; readonly posts: number }[],
): Promise<void> {
  await agreementsOf(ctx.tx)
    .updateTable('insertion_post')
    .set({ cancelled_at: ctx.now.toString() })
    .where('annex_id', '=', annexId)
    .where('cancelled_at', 'is', null)
    .execute()
  if (lines.length === 0) return
  await agreementsOf(ctx.tx)
    .insertInto('insertion_post')
    .values(
      lines.map(({ activity, worksiteId, posts }) => ({
        id: ctx.ids.next(),
        annex_id: annexId,
        ...keysOf(siae),
        activity,
        worksite_id: worksiteId,
        posts,
        ...recordedBy(ctx),
      })),
    )
    .execute()
}
