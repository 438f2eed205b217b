import { type CalendarDate, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { CODE_DAYS, type OpposedUse, type RequestKind, SECRET_DAYS, type SharedSubject } from './model.ts'
import { privacyOf } from './tables.ts'

// By the clock of the database, which judges them when somebody comes in.
const inDays = (days: number) => sql<string>`now() + make_interval(days => ${days})`

/** Writes a way in, by the hash of its code alone. */
export async function insertKey(
  ctx: Ctx,
  key: { readonly id: string; readonly personId: string; readonly codeHash: string },
): Promise<void> {
  await privacyOf(ctx.tx)
    .insertInto('space_key')
    .values({
      id: key.id,
      person_id: key.personId,
      organisation_id: ctx.actor.hat?.organisationId ?? '',
      time_zone: ctx.actor.hat?.timeZone ?? '',
      code_hash: key.codeHash,
      expires_at: inDays(CODE_DAYS),
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
    })
    .execute()
}

/** Closes the ways in that the actor's organisation gave; how many were not yet closed. */
export async function revokeKeys(ctx: Ctx, personId: string): Promise<number> {
  const { numUpdatedRows } = await privacyOf(ctx.tx)
    .updateTable('space_key')
    .set({ revoked_at: ctx.now.toString() })
    .where('person_id', '=', personId)
    .where('organisation_id', '=', ctx.actor.hat?.organisationId ?? '')
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Writes the secret that will come with the code of a paper; false when the paper was taken back meanwhile. */
export async function writeSecret({ tx }: Ctx, keyId: string, secretHash: string): Promise<boolean> {
  const { numUpdatedRows } = await privacyOf(tx)
    .updateTable('space_key')
    .set({ secret_hash: secretHash, expires_at: inDays(SECRET_DAYS) })
    .where('id', '=', keyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Of the person whose space is open: who, when, by themselves. */
const byOneself = (ctx: Ctx) => ({
  id: ctx.ids.next(),
  person_id: ctx.actor.accountId,
  recorded_at: ctx.now.toString(),
  recorded_by: ctx.actor.accountId,
})

export async function insertAgreement(ctx: Ctx, organisationId: string, subject: SharedSubject): Promise<void> {
  await privacyOf(ctx.tx)
    .insertInto('sharing_agreement')
    .values({ ...byOneself(ctx), organisation_id: organisationId, subject, given_on: isoDate(ctx.today) })
    .execute()
}

/** @returns false when nothing was shared any more. */
export async function withdrawAgreement({ tx, today }: Ctx, organisationId: string, subject: SharedSubject): Promise<boolean> {
  const { numUpdatedRows } = await privacyOf(tx)
    .updateTable('sharing_agreement')
    .set({ withdrawn_on: isoDate(today) })
    .where('organisation_id', '=', organisationId)
    .where('subject', '=', subject)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function insertOpposition(ctx: Ctx, use: OpposedUse): Promise<void> {
  await privacyOf(ctx.tx)
    .insertInto('opposition')
    .values({ ...byOneself(ctx), opposed_use: use, opposed_on: isoDate(ctx.today) })
    .execute()
}

/** @returns false when nothing was opposed. */
export async function withdrawOpposition({ tx, today }: Ctx, use: OpposedUse): Promise<boolean> {
  const { numUpdatedRows } = await privacyOf(tx)
    .updateTable('opposition')
    .set({ withdrawn_on: isoDate(today) })
    .where('opposed_use', '=', use)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Writes what the person asks of an organisation; `access_request_one_waiting` stands behind it. */
export async function insertRequest(
  ctx: Ctx,
  asked: { readonly organisationId: string; readonly kind: RequestKind; readonly said: string | null; readonly dueOn: CalendarDate },
): Promise<string> {
  const row = byOneself(ctx)
  await privacyOf(ctx.tx)
    .insertInto('access_request')
    .values({
      ...row,
      organisation_id: asked.organisationId,
      kind: asked.kind,
      way: 'space',
      said: asked.said,
      received_on: isoDate(ctx.today),
      due_on: isoDate(asked.dueOn),
    })
    .execute()
  return row.id
}

/** @returns false when somebody answered meanwhile. */
export async function writeAnswer(ctx: Ctx, id: string, state: 'done' | 'refused', answer: string): Promise<boolean> {
  const { numUpdatedRows } = await privacyOf(ctx.tx)
    .updateTable('access_request')
    .set({ state, answer, answered_on: isoDate(ctx.today), answered_by: ctx.actor.accountId })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
