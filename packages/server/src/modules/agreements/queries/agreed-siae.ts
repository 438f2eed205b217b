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
}

/** The structure that an agreement is about; undefined when there is none with this id. Its card is public. */
export async function agreedSiae({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<AgreedSiae | undefined> {
  const { rows } = await sql<Row>`
    select siae.id, siae.organisation_id, organisation.name as organisation_name, siae.name, siae.kind, siae.territory_id,
      departement.name as departement, siae.first_day, siae.last_day
    from siae
    join organisation on organisation.id = siae.organisation_id
    join territory as departement on departement.id = siae.territory_id
    where siae.id = ${id}`.execute(tx)
  const [row] = rows
  return (
    row && {
      id: row.id,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      name: row.name,
      kind: row.kind,
      territoryId: row.territory_id,
      departement: row.departement,
      open: { first: day(row.first_day), last: row.last_day === null ? null : day(row.last_day) },
    }
  )
}
