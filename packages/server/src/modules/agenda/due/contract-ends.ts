import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { DueSource } from './asked.ts'

/** The last contract of a stay that goes on: it ends, or has ended, and neither a renewal nor an exit says what comes next. */
export const contractEnds: DueSource = ({ until, organisationId }) => sql`
  select 'contract-end', contract.person_id, contract.id, known.last_day, jsonb_build_object('type', known.type)
  from contract_version as known
  join contract on contract.id = known.contract_id
  join siae_stay as stay on stay.id = contract.stay_id and stay.cancelled_at is null and stay.exit_day is null
  where known.superseded_at is null and not known.cancelled and known.last_day <= ${isoDate(until)} and known.organisation_id = ${organisationId}
    and not exists (
      select from contract as other
      join contract_version as next on next.contract_id = other.id and next.superseded_at is null and not next.cancelled
      where other.stay_id = contract.stay_id and next.first_day > known.first_day)`
