import { day, type OpenPeriod, type SiaeKind } from '@maillage/kernel'
import type { Generated } from 'kysely'
import type { OrganisationFunction } from '../../platform/command/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Role, SuccessionReason, SuccessionState, UnitKind } from './model.ts'

interface Recorded {
  recorded_at: string
  recorded_by: string | null
}
export interface Dated {
  first_day: string
  last_day: string | null
}

export type OrganisationTables = {
  organisation: { id: string; name: string; name_key: string; siren: string | null; legal_form: string | null } & Recorded
  organisation_function: { id: string; organisation_id: string; function: OrganisationFunction; territory_id: string } & Dated & Recorded
  siae: {
    id: string
    organisation_id: string
    kind: SiaeKind
    name: string
    name_key: string
    territory_id: string
    commune_id: string
    successor_id: string | null
  } & Dated &
    Recorded
  siae_succession: {
    id: string
    siae_id: string
    organisation_id: string
    successor_id: string | null
    successor_organisation_id: string | null
    last_day: string
    reason: SuccessionReason
    state: SuccessionState
    recorded_at: string
    recorded_by: string
    answered_at: Generated<string | null>
    answered_by: Generated<string | null>
  }
  siae_siret: { siae_id: string; siret: string } & Dated
  unit: { id: string; organisation_id: string; siae_id: string | null; name: string; kind: UnitKind; version: Generated<number> } & Dated &
    Recorded
  worksite: {
    id: string
    organisation_id: string
    siae_id: string
    name: string
    name_key: string
    address: string | null
    commune_id: string
    version: number
  } & Dated &
    Recorded
  membership: { id: string; account_id: string; organisation_id: string; display_name: string; role: Role } & Dated & Recorded
  membership_unit: { membership_id: string; unit_id: string; organisation_id: string } & Dated
  delegation: {
    id: string
    organisation_id: string
    from_membership_id: string
    to_membership_id: string
    reason: string
    first_day: string
    last_day: string
    withdrawn_at: Generated<string | null>
  } & Recorded
  authorisation: {
    id: string
    organisation_id: string
    prescriber_kind: string
    basis: 'order' | 'prefect'
    reference: string | null
    decided_on: string | null
  } & Dated &
    Recorded
}

/** The transaction, knowing the tables of this slice. */
export const organisationsOf = (tx: Tx) => tx.withTables<OrganisationTables>()

/** The days that a row covers. */
export const openOf = ({ first_day, last_day }: Dated): OpenPeriod => ({
  first: day(first_day),
  last: last_day === null ? null : day(last_day),
})
