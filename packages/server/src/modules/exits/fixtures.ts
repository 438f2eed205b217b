import { randomUUIDv7 } from 'node:crypto'
import { type RecordedExitReason, type Situation, sensitivityOfExit } from '@maillage/rules/exits'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { newToken, tokenHash } from '../../platform/session/token.ts'
import { anEmployer, aStay } from '../employment/fixtures.ts'
import { answerCodeHash } from './follow-up-code.ts'

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

/** Nadia Benali left six months ago, on 20 May 2026: what became of her may be asked from 5 November. */
export async function aFollowedExit(tx: Tx, options: Parameters<typeof anExit>[2] = {}) {
  const here = await anEmployer(tx)
  const stay = await aStay(tx, here, { entry: '2025-09-01' })
  const exit = await anExit(tx, stay, { exitOn: '2026-05-20', ...options })
  return { ...here, stay, exit }
}

/** What became of somebody, as told on the telephone. */
export async function anAnswer(
  tx: Tx,
  exit: { readonly id: string },
  {
    horizon = 6,
    situation = 'searching',
    on = '2026-11-10',
  }: { readonly horizon?: number; readonly situation?: Situation; readonly on?: string } = {},
): Promise<void> {
  await sql`insert into after_exit_answer (id, exit_id, person_id, organisation_id, horizon, situation, source, answered_on, recorded_at, recorded_by)
    select ${randomUUIDv7()}::uuid, id, person_id, organisation_id, ${horizon}, ${situation}, 'phone', ${on}::date, ${`${on}T09:00:00Z`}::timestamptz, recorded_by
    from exit where id = ${exit.id}`.execute(tx)
}

/** A link that waits for its answer, with what opens it. */
export async function aLink(
  tx: Tx,
  exit: { readonly id: string },
  { horizon = 6, lastDay = '2026-12-21' }: { readonly horizon?: number; readonly lastDay?: string } = {},
): Promise<{ readonly id: string; readonly token: string; readonly code: string }> {
  const [id, token, code] = [randomUUIDv7(), newToken(), '012345']
  const kept = tokenHash(token)
  await sql`insert into after_exit_link (id, exit_id, person_id, organisation_id, horizon, way, token_hash, code_hash, last_day, recorded_at, recorded_by)
    select ${id}::uuid, id, person_id, organisation_id, ${horizon}, 'paper', ${kept}, ${answerCodeHash(kept, code)}, ${lastDay}::date,
      '2026-11-20T09:00:00Z'::timestamptz, recorded_by
    from exit where id = ${exit.id}`.execute(tx)
  return { id, token, code }
}
