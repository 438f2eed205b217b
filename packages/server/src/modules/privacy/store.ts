import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { CODE_DAYS, SECRET_DAYS } from './model.ts'
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
