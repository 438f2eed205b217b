import { day, type SiaeKind } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { AgreedSiae } from '../model.ts'

interface Row {
  id: string
  organisation_id: string
  organisation_name: string
  name: string
  kind: SiaeKind
  territory_id: string
  departement: string
  first_day: string
  last_day: string | null
  siret: string
}

/** The structures of some départements by their numbers, past ones included: a file may be older than the last change of number. */
export async function siaesToImport(
  { tx }: Pick<ReadCtx, 'tx'>,
  territories: readonly string[],
): Promise<readonly (AgreedSiae & { readonly siret: string })[]> {
  const { rows } = await sql<Row>`
    select siae.id, siae.organisation_id, organisation.name as organisation_name, siae.name, siae.kind, siae.territory_id,
      departement.name as departement, siae.first_day, siae.last_day, held.siret
    from siae_siret as held
    join siae on siae.id = held.siae_id
    join organisation on organisation.id = siae.organisation_id
    join territory as departement on departement.id = siae.territory_id
    where siae.territory_id = any (${territories}::text[])
    order by siae.name_key, siae.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    name: row.name,
    kind: row.kind,
    territoryId: row.territory_id,
    departement: row.departement,
    open: { first: day(row.first_day), last: row.last_day === null ? null : day(row.last_day) },
    siret: row.siret,
  }))
}
