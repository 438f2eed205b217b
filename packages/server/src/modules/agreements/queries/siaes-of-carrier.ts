import { isoDate, type SiaeKind } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

export interface CarriedSiae {
  readonly id: string
  readonly name: string
  readonly kind: SiaeKind
}

/** The open structures of a carrier, by name. */
export async function siaesOfCarrier(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  organisationId: string,
): Promise<readonly CarriedSiae[]> {
  const { rows } = await sql<CarriedSiae>`
    select id, name, kind from siae
    where organisation_id = ${organisationId} and first_day <= ${isoDate(today)} and (last_day is null or last_day >= ${isoDate(today)})
    order by name_key, id`.execute(tx)
  return rows
}
