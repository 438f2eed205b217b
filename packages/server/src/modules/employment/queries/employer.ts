import { isoDate, type SiaeKind } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** A structure as an employer: its carrier, its kind, its places of work open today. */
export interface Employer {
  readonly id: string
  readonly name: string
  readonly kind: SiaeKind
  readonly organisationId: string
  readonly worksites: readonly { readonly id: string; readonly name: string }[]
}

/** One structure as an employer; undefined when there is none with this id. */
export async function employer({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, siaeId: string): Promise<Employer | undefined> {
  const { rows } = await sql<Employer>`
    select siae.id, siae.name, siae.kind, siae.organisation_id as "organisationId", coalesce((
      select jsonb_agg(jsonb_build_object('id', worksite.id, 'name', worksite.name) order by worksite.name_key)
      from worksite where worksite.siae_id = siae.id and (worksite.last_day is null or worksite.last_day >= ${isoDate(today)})), '[]') as worksites
    from siae where siae.id = ${siaeId}`.execute(tx)
  return rows[0]
}
