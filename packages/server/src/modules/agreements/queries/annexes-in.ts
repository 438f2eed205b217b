import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { StandingAnnex } from '../model.ts'
import { ANNEX_COLUMNS, type AnnexRow, standingOf } from './annex-row.ts'

/** The annexes that stand in a département, by structure then oldest first; one statement. */
export async function annexesIn(
  { tx }: Pick<ReadCtx, 'tx'>,
  { territoryId }: { readonly territoryId: string },
): Promise<readonly StandingAnnex[]> {
  const { rows } = await sql<AnnexRow>`
    select ${ANNEX_COLUMNS}
    from financial_annex as annex
    join siae on siae.id = annex.siae_id
    join territory as departement on departement.id = annex.territory_id
    where annex.territory_id = ${territoryId} and annex.cancelled_at is null
    order by annex.siae_id, annex.first_day, annex.measure, annex.id`.execute(tx)
  return rows.map(standingOf)
}
