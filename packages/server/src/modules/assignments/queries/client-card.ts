import { day } from '@maillage/kernel'
import type { PlacementClient } from '@maillage/rules/employment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ClientContact, HostClient } from '../model.ts'

export interface ClientCard extends HostClient {
  /** Null: none is kept, or the reader is not of those who are told. */
  readonly contact: ClientContact | null
}

interface Row extends ClientContact {
  id: string
  organisation_id: string
  category: PlacementClient
  name: string
  commune_code: string
  commune_name: string
  siret: string | null
  safety: string | null
  last_day: string | null
  version: number
  reachable: boolean
}

/** A client of my organisation with, for those who place, how to reach it; one statement. */
export async function clientCard({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<ClientCard | undefined> {
  const { rows } = await sql<Row>`
    select client.id, client.organisation_id, client.category, client.name, commune.code as commune_code, commune.name as commune_name, client.siret,
      client.safety, client.last_day, client.version, reach.client_id is not null as reachable, reach.person_to_ask as "personToAsk", reach.phone,
      reach.email, reach.address
    from host_client as client
    join territory as commune on commune.id = client.commune_id
    left join host_client_contact as reach on reach.client_id = client.id
    where client.id = ${id} and client.forgotten_at is null`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { personToAsk, phone, email, address } = row
  return {
    id: row.id,
    organisationId: row.organisation_id,
    category: row.category,
    name: row.name,
    commune: { code: row.commune_code, name: row.commune_name },
    siret: row.siret,
    safety: row.safety,
    lastDay: row.last_day === null ? null : day(row.last_day),
    version: row.version,
    contact: row.reachable ? { personToAsk, phone, email, address } : null,
  }
}
