import { isoDate, type SiaeKind } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** A structure that places people with clients. */
export interface PlacingSiae {
  readonly id: string
  readonly name: string
  readonly kind: SiaeKind
}

/** The structures of my organisation that place people: AI and ETTI open today, by name. One statement. */
export async function placingSiaes({ tx, actor, today }: Pick<ReadCtx, 'tx' | 'actor' | 'today'>): Promise<readonly PlacingSiae[]> {
  const { rows } = await sql<PlacingSiae>`
    select id, name, kind from siae
    where organisation_id = ${actor?.hat?.organisationId ?? null} and kind in ('AI', 'ETTI')
      and first_day <= ${isoDate(today)} and (last_day is null or last_day >= ${isoDate(today)})
    order by name_key, id`.execute(tx)
  return rows
}
