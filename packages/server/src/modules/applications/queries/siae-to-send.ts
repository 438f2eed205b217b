import { isoDate, type SiaeKind } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** A structure as whoever sends somebody there needs to know it. */
export interface SiaeToSend {
  readonly id: string
  readonly name: string
  readonly kind: SiaeKind
  readonly organisationId: string
  readonly organisationName: string
  readonly commune: string
  /** Whether a team can receive an application today. */
  readonly hasTeam: boolean
}

/** One open structure; undefined when it is closed or unknown. */
export async function siaeToSend({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, id: string): Promise<SiaeToSend | undefined> {
  const on = isoDate(today)
  const { rows } = await sql<SiaeToSend>`
    select siae.id, siae.name, siae.kind, siae.organisation_id as "organisationId", organisation.name as "organisationName",
      commune.name as commune, exists (
        select from unit where unit.siae_id = siae.id and unit.first_day <= ${on} and (unit.last_day is null or unit.last_day >= ${on})) as "hasTeam"
    from siae
    join organisation on organisation.id = siae.organisation_id
    join territory as commune on commune.id = siae.commune_id
    where siae.id = ${id} and siae.first_day <= ${on} and (siae.last_day is null or siae.last_day >= ${on})`.execute(tx)
  return rows[0]
}
