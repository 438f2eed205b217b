import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** Whether a contract has a renewal that stands. */
export async function isRenewed({ tx }: Pick<ReadCtx, 'tx'>, contractId: string): Promise<boolean> {
  const { rows } = await sql`
    select from contract join contract_version as known on known.contract_id = contract.id and known.superseded_at is null and not known.cancelled
    where contract.renews = ${contractId}`.execute(tx)
  return rows.length > 0
}
