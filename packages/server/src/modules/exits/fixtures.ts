import { randomUUIDv7 } from 'node:crypto'
import { type RecordedExitReason, sensitivityOfExit } from '@maillage/rules/exits'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Hours paid and worked in a month of a stay. */
export async function someHours(
  tx: Tx,
  stay: { readonly id: string },
  { month = '2026-06', hours = 104 }: { readonly month?: string; readonly hours?: number | null } = {},
): Promise<void> {
  const id = randomUUIDv7()
  const written = hours === null ? null : hours * 100
  await sql`insert into hours (id, stay_id, person_id, organisation_id, siae_id, month, measure, recorded_at, recorded_by)
    select ${id}::uuid, id, person_id, organisation_id, siae_id, ${`${month}-01`}::date, 'common', now(), recorded_by from siae_stay where id = ${stay.id}`.execute(
    tx,
  )
  await sql`insert into hours_version (hours_id, person_id, organisation_id, version, paid, worked, recorded_at, recorded_by)
    select id, person_id, organisation_id, 1, ${written}::integer, ${written}::integer, now(), recorded_by from hours where id = ${id}`.execute(
    tx,
  )
}

/** A stay that ended on 31 October 2026, without a job at the end, when nothing else is said. */
export async function anExit(
  tx: Tx,
  stay: { readonly id: string },
  {
    exitOn = '2026-10-31',
    reason = 'unemployed',
    foundFirst = null,
    foundLast = null,
  }: {
    readonly exitOn?: string
    readonly reason?: RecordedExitReason
    readonly foundFirst?: string | null
    readonly foundLast?: string | null
  } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  const at = `${exitOn}T09:00:00Z`
  await sql`update siae_stay set exit_day = ${exitOn} where id = ${stay.id}`.execute(tx)
  await sql`insert into exit (id, stay_id, person_id, organisation_id, siae_id, recorded_at, recorded_by)
    select ${id}::uuid, id, person_id, organisation_id, siae_id, ${at}::timestamptz, recorded_by from siae_stay where id = ${stay.id}`.execute(
    tx,
  )
  await sql`insert into exit_version (exit_id, person_id, organisation_id, version, exit_on, found_first, found_last, reason_version, recorded_at, recorded_by)
    select id, person_id, organisation_id, 1, ${exitOn}::date, ${foundFirst}::date, ${foundLast}::date, 1, recorded_at, recorded_by from exit where id = ${id}`.execute(
    tx,
  )
  await sql`insert into exit_reason (exit_id, version, person_id, organisation_id, reason, sensitivity, recorded_at, recorded_by)
    select id, 1, person_id, organisation_id, ${reason}, ${sensitivityOfExit(reason)}, recorded_at, recorded_by from exit where id = ${id}`.execute(
    tx,
  )
  return { id }
}

/** What a form says of an exit on 13 November 2026, without a job. */
export const EXIT_TYPED = { exitOn: '2026-11-13', reason: 'unemployed', foundFirst: null, foundLast: null } as const
