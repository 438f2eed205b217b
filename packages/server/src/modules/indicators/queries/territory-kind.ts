import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** `departement`, `epci`, `perimeter`…; undefined for a territory that does not exist. */
export async function territoryKind(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ kind: string }>`select kind from territory where id = ${id}`.execute(tx)
  return rows[0]?.kind
}
