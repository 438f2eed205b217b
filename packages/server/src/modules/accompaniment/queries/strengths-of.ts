import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Strength } from '../model-barriers.ts'

/**
 * What a person can lean on, as row security shows it. One statement.
 * @param at what was known then; null: what is known now
 */
export async function strengthsOf(
  { tx }: Pick<ReadCtx, 'tx'>,
  personId: string,
  at: Temporal.Instant | null = null,
): Promise<readonly Strength[]> {
  const standing =
    at === null
      ? sql`withdrawn_at is null`
      : sql`recorded_at <= ${at.toString()} and (withdrawn_at is null or withdrawn_at > ${at.toString()})`
  const { rows } = await sql<{ id: string; words: string | null }>`
    select id, words from strength where person_id = ${personId} and ${standing} order by recorded_at`.execute(tx)
  return rows.map(({ id, words }) => ({ id, personId, words }))
}

/** One strength that stands; undefined when it is not for the reader. */
export async function findStrength({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<Strength | undefined> {
  const { rows } = await sql<{ id: string; personId: string; words: string | null }>`
    select id, person_id as "personId", words from strength where id = ${id} and withdrawn_at is null`.execute(tx)
  return rows[0]
}
