import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { communesOf } from './communes-of.ts'

/** Which of these INSEE codes are communes of these territories today. */
export async function communesWithin(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  codes: readonly string[],
  territoryIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select code from territory
    where kind = 'commune' and last_day is null and code = any (${codes}::text[]) and id in (${communesOf(territoryIds, today)})`.execute(
    tx,
  )
  return new Set(rows.map(({ code }) => code))
}
