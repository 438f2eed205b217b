import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** A territory that has figures, or may have. */
export interface ObservedTerritory {
  readonly id: string
  readonly kind: string
  readonly code: string
  readonly name: string
}

/** A territory by its id; undefined when there is none. Communes and régions have no figures of their own: a commune would tell its structure. */
export async function observedTerritory({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<ObservedTerritory | undefined> {
  const { rows } = await sql<ObservedTerritory>`
    select id, kind, code, name from territory where id = ${id} and kind in ('departement', 'epci', 'bassin', 'perimeter')`.execute(tx)
  return rows[0]
}
