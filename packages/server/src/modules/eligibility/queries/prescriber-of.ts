import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { PRESCRIBERS, type Prescriber, type PrescriberKind } from '@maillage/rules/eligibility'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

const isKind = (stored: string): stored is PrescriberKind => stored in PRESCRIBERS

/**
 * What is known of the right of an organisation to prescribe on a day. Without any authorisation it is « another organisation »:
 * it may refer people, not prescribe.
 */
export async function prescriberOf({ tx }: Pick<ReadCtx, 'tx'>, organisationId: string, on: CalendarDate): Promise<Prescriber> {
  const { rows } = await sql<{ prescriber_kind: string; basis: 'order' | 'prefect'; first_day: string; last_day: string | null }>`
    select prescriber_kind, basis, first_day, last_day from authorisation
    where organisation_id = ${organisationId} and first_day <= ${isoDate(on)} and (last_day is null or last_day >= ${isoDate(on)})`.execute(
    tx,
  )
  const [held] = rows
  if (!held || !isKind(held.prescriber_kind)) return { kind: 'OTHER', confirmed: null }
  const { prescriber_kind: kind, basis, first_day, last_day } = held
  if (basis === 'order' || last_day === null) return { kind, confirmed: true }
  return { kind, confirmed: true, prefectApproval: { first: day(first_day), last: day(last_day) } }
}
