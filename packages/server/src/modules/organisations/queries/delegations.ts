import { day, isoDate, type Period } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Role } from '../model.ts'

export interface DelegationLine {
  readonly id: string
  readonly organisationId: string
  readonly fromMembershipId: string
  readonly from: string
  readonly role: Role
  readonly to: string
  readonly reason: string
  readonly period: Period
}

interface Row {
  id: string
  organisation_id: string
  from_membership_id: string
  giver: string
  role: Role
  deputy: string
  reason: string
  first_day: string
  last_day: string
}

/** Who stands in for whom today or soon in one's organisation, the nearest first; one statement. */
export async function delegations(
  { tx, today }: Pick<ReadCtx, 'tx' | 'today'>,
  organisationId: string,
): Promise<readonly DelegationLine[]> {
  const { rows } = await sql<Row>`
    select delegation.id, delegation.organisation_id, delegation.from_membership_id, giver.display_name as giver, giver.role, deputy.display_name as deputy,
      delegation.reason, delegation.first_day, delegation.last_day
    from delegation
    join membership as giver on giver.id = delegation.from_membership_id
    join membership as deputy on deputy.id = delegation.to_membership_id
    where delegation.organisation_id = ${organisationId} and delegation.last_day >= ${isoDate(today)} and delegation.withdrawn_at is null
    order by delegation.first_day, giver.display_name`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    fromMembershipId: row.from_membership_id,
    from: row.giver,
    role: row.role,
    to: row.deputy,
    reason: row.reason,
    period: { first: day(row.first_day), last: day(row.last_day) },
  }))
}
