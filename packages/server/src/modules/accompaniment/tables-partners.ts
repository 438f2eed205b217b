import type { BarrierArea } from '@maillage/rules/accompaniment'
import type { Generated } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

type PartnerTables = {
  partner: { id: string; departement_id: string; organisation_id: string; recorded_at: string; recorded_by: string }
  partner_version: {
    partner_id: string
    version: number
    name: string
    name_key: string
    does: string
    does_key: string
    areas: BarrierArea[]
    commune_id: string
    serves_id: string
    address: string | null
    phone: string | null
    conditions: string | null
    closed_on: string | null
    organisation_id: string
    recorded_on: string
    recorded_at: string
    recorded_by: string
    superseded_at: Generated<string | null>
  }
  partner_remark: {
    id: string
    partner_id: string
    kind: 'verified' | 'mistake'
    said: string | null
    organisation_id: string
    recorded_on: string
    recorded_at: string
    recorded_by: string
  }
}

/** The transaction, knowing the partners. */
export const partnersOf = (tx: Tx) => tx.withTables<PartnerTables>()
