import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { StandingAnnex } from '../model.ts'
import { ANNEX_COLUMNS, type AnnexRow, standingOf } from './annex-row.ts'

/** The annexes of a structure that stand, oldest first, as the rules read them; one statement. What the reader may not read is not there. */
export async function annexesOf({ tx }: Pick<ReadCtx, 'tx'>, { siaeId }: { readonly siaeId: string }): Promise<readonly StandingAnnex[]> {
  const { rows } = await sql<AnnexRow>`
    select ${ANNEX_COLUMNS}
    from financial_annex as annex
    join siae on siae.id = annex.siae_id
    join territory as departement on departement.id = annex.territory_id
    where annex.siae_id = ${siaeId} and annex.cancelled_at is null
    order by annex.first_day, annex.measure, annex.id`.execute(tx)
  return rows.map(standingOf)
}
