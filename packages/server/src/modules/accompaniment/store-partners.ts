import { isoDate, normalised } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import type { PartnerSheet } from './model-partners.ts'
import { partnersOf } from './tables-partners.ts'

const written = (ctx: Ctx, organisationId: string) => ({
  organisation_id: organisationId,
  recorded_at: ctx.now.toString(),
  recorded_by: ctx.actor.accountId,
})

export async function insertPartner(
  ctx: Ctx,
  organisationId: string,
  { id, departementId }: { id: string; departementId: string },
): Promise<void> {
  await partnersOf(ctx.tx)
    .insertInto('partner')
    .values({ id, departement_id: departementId, ...written(ctx, organisationId) })
    .execute()
}

export async function insertPartnerVersion(
  ctx: Ctx,
  organisationId: string,
  partnerId: string,
  version: number,
  sheet: PartnerSheet,
): Promise<void> {
  await partnersOf(ctx.tx)
    .insertInto('partner_version')
    .values({
      partner_id: partnerId,
      version,
      name: sheet.name,
      name_key: normalised(sheet.name),
      does: sheet.does,
      does_key: normalised(sheet.does),
      areas: [...sheet.areas],
      commune_id: sheet.communeId,
      serves_id: sheet.servesId,
      address: sheet.address,
      phone: sheet.phone,
      conditions: sheet.conditions,
      closed_on: sheet.closedOn === null ? null : isoDate(sheet.closedOn),
      recorded_on: isoDate(ctx.today),
      ...written(ctx, organisationId),
    })
    .execute()
}

/** @returns false when somebody corrected it since this version was read. */
export async function supersedePartner(ctx: Ctx, partnerId: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await partnersOf(ctx.tx)
    .updateTable('partner_version')
    .set({ superseded_at: ctx.now.toString() })
    .where('partner_id', '=', partnerId)
    .where('version', '=', version)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertRemark(
  ctx: Ctx,
  organisationId: string,
  remark: { readonly partnerId: string; readonly kind: 'verified' | 'mistake'; readonly said: string | null },
): Promise<void> {
  await partnersOf(ctx.tx)
    .insertInto('partner_remark')
    .values({
      id: ctx.ids.next(),
      partner_id: remark.partnerId,
      kind: remark.kind,
      said: remark.said,
      recorded_on: isoDate(ctx.today),
      ...written(ctx, organisationId),
    })
    .execute()
}
