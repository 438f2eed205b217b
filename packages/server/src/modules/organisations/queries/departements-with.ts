import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

export interface DepartementChoice {
  readonly code: string
  readonly name: string
}

const WHERE = {
  siae: sql`select territory_id from siae`,
  prescribers: sql`select departements_of(territory_id) from organisation_function where function = 'prescriber'`,
} as const

/** The départements where a register has something to show, in the order of their codes. */
export async function departementsWith({ tx }: Pick<ReadCtx, 'tx'>, register: keyof typeof WHERE): Promise<readonly DepartementChoice[]> {
  const { rows } = await sql<DepartementChoice>`
    select code, name from territory where kind = 'departement' and id in (${WHERE[register]}) order by code collate "C"`.execute(tx)
  return rows
}
