import type { Ctx } from '../command/context.ts'

/** A message to somebody: plain text, nothing personal in the subject. */
export interface Message {
  readonly recipient: string
  readonly subject: string
  readonly body: string
  /** The person it is written to, when it is one followed here: nothing leaves after a death. */
  readonly personId?: string
}

/** Puts a message in the outbox, in the transaction of the command: it leaves after the commit, or never existed. */
export async function queueMail(ctx: Pick<Ctx, 'tx' | 'ids' | 'now'>, { personId, ...message }: Message): Promise<void> {
  await ctx.tx
    .insertInto('mail')
    .values({ id: ctx.ids.next(), ...message, person_id: personId ?? null, queued_at: ctx.now.toString() })
    .execute()
}
