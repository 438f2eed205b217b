import type { SiaeKind } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

export interface SiaeBrief {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly kind: SiaeKind
  readonly territoryId: string
}

/** The public card of a structure, as far as a right depends on it. */
export async function siaeBrief({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<SiaeBrief | undefined> {
  const { rows } = await sql<SiaeBrief>`
    select id, organisation_id as "organisationId", name, kind, territory_id as "territoryId" from siae where id = ${id}`.execute(tx)
  return rows[0]
}
