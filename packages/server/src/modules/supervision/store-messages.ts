import { isoDate } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { supervisionOf } from './tables.ts'

export async function insertMessage(
  ctx: Ctx,
  { personId, organisationId, words }: { readonly personId: string; readonly organisationId: string; readonly words: string },
): Promise<string> {
  const id = ctx.ids.next()
  await supervisionOf(ctx.tx)
    .insertInto('counsellor_message')
    .values({
      id,
      person_id: personId,
      organisation_id: organisationId,
      words,
      written_on: isoDate(ctx.today),
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
    })
    .execute()
  return id
}

/** Read, with or without an answer. @returns the person it is about; undefined when it is read already, or not for this actor. */
export async function markRead(ctx: Ctx, id: string, answer: string | null): Promise<string | undefined> {
  const row = await supervisionOf(ctx.tx)
    .updateTable('counsellor_message')
    .set({ read_on: isoDate(ctx.today), read_at: ctx.now.toString(), read_by: ctx.actor.accountId, answer })
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}

/** @returns the person it was about; undefined when somebody has read it, or its author is another. */
export async function takeBackMessage(ctx: Ctx, id: string): Promise<string | undefined> {
  const row = await supervisionOf(ctx.tx)
    .updateTable('counsellor_message')
    .set({ cancelled_at: ctx.now.toString(), cancelled_by: ctx.actor.accountId })
    .where('id', '=', id)
    .where('recorded_by', '=', ctx.actor.accountId)
    .where('read_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}
