import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { IndicatorCard } from '../model.ts'
import type { StandingCell } from '../rollups/cells-of.ts'

/** The cells that stand for these structures in a year, of the definitions in force. One statement. */
export async function standingCells(
  tx: Tx,
  siaeIds: readonly string[],
  year: number,
  catalogue: Readonly<Record<string, IndicatorCard>>,
): Promise<readonly StandingCell[]> {
  const { rows } = await sql<StandingCell & { version: number }>`
    select siae_id as "siaeId", month::text as month, indicator, version, dimension, state, numerator, denominator, people from cell
    where siae_id = any (${siaeIds as string[]}) and month between ${`${year}-01-01`} and ${`${year}-12-01`} and superseded_at is null
    order by siae_id, month, indicator, dimension`.execute(tx)
  return rows.filter(({ indicator, version }) => catalogue[indicator]?.version === version)
}
