import { granted, type Outcome } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { lock } from '../../platform/command/lock.ts'
import { notFound } from '../../platform/command/perform.ts'
import { refuse } from './messages.fr.ts'
import type { AgreedSiae, RecordedAgreement, RecordedAnnex } from './model.ts'
import { mayRecord } from './policy.ts'
import { agreedSiae } from './queries/agreed-siae.ts'
import { type AgreementFile, agreementFile } from './queries/agreement-file.ts'
import { reachOf } from './queries/reach-of.ts'

/** A structure whose acts are about to change, for an officer who may. */
export interface SiaeInHand extends AgreementFile {
  readonly siae: AgreedSiae
}

/** Takes a structure in hand: found, of the officer's territory, nobody else writing its acts until the end of the transaction. */
export async function siaeInHand(ctx: Ctx, siaeId: string): Promise<Outcome<SiaeInHand>> {
  const siae = await agreedSiae(ctx, siaeId)
  if (!siae) return notFound()
  if (!mayRecord(ctx.actor, await reachOf(ctx), siae)) return refuse('agreements/not-the-authority')
  await lock(ctx, 'annex', siaeId)
  return granted({ siae, ...(await agreementFile(ctx, siaeId)) })
}

const siaeOf = async (ctx: Ctx, table: 'financial_annex' | 'annex_amendment' | 'agreement', id: string): Promise<string | undefined> => {
  const { rows } = await sql<{ siae_id: string }>`select siae_id from ${sql.table(table)} where id = ${id}`.execute(ctx.tx)
  return rows[0]?.siae_id
}

async function within<Found>(
  ctx: Ctx,
  siaeId: string | undefined,
  find: (file: AgreementFile) => Found | undefined,
): Promise<Outcome<SiaeInHand & { readonly found: Found }>> {
  if (!siaeId) return notFound()
  const taken = await siaeInHand(ctx, siaeId)
  if (!taken.ok) return taken
  const found = find(taken.value)
  return found ? granted({ ...taken.value, found }) : notFound()
}

/** Takes an annex in hand, that nobody took back. */
export async function annexInHand(ctx: Ctx, annexId: string): Promise<Outcome<SiaeInHand & { readonly annex: RecordedAnnex }>> {
  const taken = await within(ctx, await siaeOf(ctx, 'financial_annex', annexId), ({ annexes }) => annexes.find(({ id }) => id === annexId))
  if (!taken.ok) return taken
  const { found: annex, ...rest } = taken.value
  return annex.cancellation ? refuse('agreements/already-cancelled') : granted({ ...rest, annex })
}

/** Takes the annex of an amendment in hand, that nobody took back. */
export async function amendmentInHand(ctx: Ctx, amendmentId: string): Promise<Outcome<SiaeInHand & { readonly annex: RecordedAnnex }>> {
  const taken = await within(ctx, await siaeOf(ctx, 'annex_amendment', amendmentId), ({ annexes }) =>
    annexes.find(({ amendments }) => amendments.some(({ id }) => id === amendmentId)),
  )
  if (!taken.ok) return taken
  const { found: annex, ...rest } = taken.value
  const isCancelled = annex.amendments.some(({ id, cancellation }) => id === amendmentId && cancellation !== null)
  return annex.cancellation || isCancelled ? refuse('agreements/already-cancelled') : granted({ ...rest, annex })
}

/** Takes an agreement in hand, that nobody took back. */
export async function agreementInHand(
  ctx: Ctx,
  agreementId: string,
): Promise<Outcome<SiaeInHand & { readonly agreement: RecordedAgreement }>> {
  const taken = await within(ctx, await siaeOf(ctx, 'agreement', agreementId), ({ agreements }) =>
    agreements.find(({ id }) => id === agreementId),
  )
  if (!taken.ok) return taken
  const { found: agreement, ...rest } = taken.value
  return agreement.cancellation ? refuse('agreements/already-cancelled') : granted({ ...rest, agreement })
}
