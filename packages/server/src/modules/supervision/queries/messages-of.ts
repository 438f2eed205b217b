import { day } from '@maillage/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { CounsellorMessage } from '../model-messages.ts'

/** What MESSAGES gives of a message, read alone or out of the JSON of a larger statement. */
export interface MessageRow {
  readonly id: string
  readonly person_id: string
  readonly words: string
  readonly written_on: string
  readonly recorded_by: string
  readonly author: string | null
  readonly read_on: string | null
  readonly reader: string | null
  readonly answer: string | null
}

export const messageOf = (row: MessageRow): CounsellorMessage => ({
  id: row.id,
  personId: row.person_id,
  words: row.words,
  on: day(row.written_on),
  authorId: row.recorded_by,
  author: row.author,
  read: row.read_on === null ? null : { on: day(row.read_on), by: row.reader, answer: row.answer },
})

const named = (account: RawBuilder<unknown>) => sql`(
  select membership.display_name from membership
  where membership.account_id = ${account} and membership.organisation_id = message.organisation_id order by membership.first_day desc limit 1)`

/** The messages that stand, before any condition; read under the rights of who asks. */
export const MESSAGES = sql`
  select message.id, message.person_id, message.words, message.written_on::text as written_on, message.recorded_by, ${named(sql`message.recorded_by`)} as author,
    message.read_on::text as read_on, ${named(sql`message.read_by`)} as reader, message.answer
  from counsellor_message as message
  where message.cancelled_at is null`

/** What was told of a person to those who follow them, the latest first: what row security shows of it. One statement. */
export async function messagesOf({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<readonly CounsellorMessage[]> {
  const { rows } =
    await sql<MessageRow>`${MESSAGES} and message.person_id = ${personId} order by message.recorded_at desc, message.id`.execute(tx)
  return rows.map(messageOf)
}

/** One message; undefined when it is not for the reader, or was taken back. */
export async function findMessage({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<CounsellorMessage | undefined> {
  const { rows } = await sql<MessageRow>`${MESSAGES} and message.id = ${id}`.execute(tx)
  return rows[0] && messageOf(rows[0])
}
