import { randomUUIDv7 } from 'node:crypto'
import type { ProlongationReason, SuspensionReason } from '@maillage/rules/pass-iae'
import { sql } from 'kysely'
import { NOBODY } from '../../platform/command/context.ts'
import type { Tx } from '../../platform/database/database.ts'
import { aCounsellorWithAPerson, anAdviser } from '../eligibility/fixtures.ts'
import { givesAccess } from '../people/fixtures.ts'
import type { IssuerMode } from './model.ts'

const AT = '2025-01-01T00:00:00Z'

/** Who issues the numbers, from always. */
export async function anIssuer(tx: Tx, mode: IssuerMode): Promise<void> {
  await sql`insert into issuer (id, act, mode, first_day) values (${randomUUIDv7()}, 'pass', ${mode}, '2019-01-01')`.execute(tx)
}

/** A right of a person, with its days as stored; 730 days from its first when no last day is said. */
export async function aPass(
  tx: Tx,
  person: { readonly id: string },
  {
    first = '2026-01-05',
    last = '2028-01-04',
    number = null,
    mode = 'external',
  }: { first?: string; last?: string; number?: string | null; mode?: IssuerMode } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await sql`insert into pass (id, person_id, number, issuer_mode, origin, first_day, recorded_at, recorded_by)
    values (${id}, ${person.id}, ${number}, ${mode}, 'hire', ${first}, ${AT}, ${NOBODY})`.execute(tx)
  await sql`insert into pass_last_day (pass_id, person_id, version, first_day, last_day, recorded_at, recorded_by)
    values (${id}, ${person.id}, 1, ${first}, ${last}, ${AT}, ${NOBODY})`.execute(tx)
  return { id }
}

const SENSITIVE: Readonly<Record<string, string>> = {
  sickness: 'health',
  maternity: 'health',
  detoxification: 'health',
  incarceration: 'justice',
  'disabled-worker': 'health',
  'particular-difficulties': 'social',
}

/** Why, written by the organisation that opened the file. */
async function aReason(tx: Tx, act: string, of: { id: string; passId: string; personId: string; reason: string }): Promise<void> {
  await sql`insert into pass_reason (act_id, pass_id, person_id, act, reason, sensitivity, organisation_id)
    values (${of.id}, ${of.passId}, ${of.personId}, ${act}, ${of.reason}, ${SENSITIVE[of.reason] ?? 'ordinary'},
      (select owner_org_id from person where id = ${of.personId}))`.execute(tx)
}

/** A suspension of a right, as recorded; the last day stored is the caller's to keep. */
export async function aSuspension(
  tx: Tx,
  person: { readonly id: string },
  pass: { readonly id: string },
  {
    first,
    last = null,
    reason = 'contract-ended',
    siaeId = null,
  }: { first: string; last?: string | null; reason?: SuspensionReason; siaeId?: string | null },
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await sql`insert into suspension (id, pass_id, person_id, siae_id, recorded_at, recorded_by)
    values (${id}, ${pass.id}, ${person.id}, ${siaeId}, ${AT}, ${NOBODY})`.execute(tx)
  await sql`insert into suspension_version (suspension_id, person_id, pass_id, version, first_day, last_day, cause, recorded_at, recorded_by)
    values (${id}, ${person.id}, ${pass.id}, 1, ${first}, ${last}, 'declared', ${AT}, ${NOBODY})`.execute(tx)
  await aReason(tx, 'suspension', { id, passId: pass.id, personId: person.id, reason })
  return { id }
}

/** Days added to a right. */
export async function aProlongation(
  tx: Tx,
  person: { readonly id: string },
  pass: { readonly id: string },
  { first, last, reason = 'senior' }: { first: string; last: string; reason?: ProlongationReason },
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await sql`insert into prolongation (id, pass_id, person_id, first_day, last_day, recorded_at, recorded_by)
    values (${id}, ${pass.id}, ${person.id}, ${first}, ${last}, ${AT}, ${NOBODY})`.execute(tx)
  await aReason(tx, 'prolongation', { id, passId: pass.id, personId: person.id, reason })
  return { id }
}

/** Every table of this slice, for the tests that count what a reader sees. */
export const PASS_TABLES = [
  'pass',
  'pass_move',
  'suspension',
  'suspension_version',
  'prolongation',
  'prolongation_request',
  'pass_closure',
  'pass_reason',
  'pass_last_day',
] as const

/** A counsellor of an ACI whose team holds a person with a right that began in January 2026. */
export async function aCounsellorWithAPass(tx: Tx, more: Parameters<typeof aCounsellorWithAPerson>[1] & Parameters<typeof aPass>[2] = {}) {
  const here = await aCounsellorWithAPerson(tx, more)
  return { ...here, pass: await aPass(tx, here.person, more) }
}

interface Asking {
  readonly person: { readonly id: string }
  readonly pass: { readonly id: string }
  readonly siae: { readonly id: string }
  readonly unit: { readonly id: string }
  readonly decider?: { readonly id: string }
}

/** A request to prolong a right that nobody has answered. */
export async function aWaitingRequestOn(tx: Tx, { person, pass, siae, unit, decider }: Asking): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await sql`insert into prolongation_request (id, pass_id, person_id, siae_id, asking_unit_id, deciding_unit_id, first_day, last_day, state, asked_on,
      recorded_at, recorded_by)
    values (${id}, ${pass.id}, ${person.id}, ${siae.id}, ${unit.id}, ${decider?.id ?? null}, '2027-01-06', '2027-06-30', 'waiting', '2026-11-02', ${AT},
      ${NOBODY})`.execute(tx)
  await sql`insert into pass_reason (act_id, pass_id, person_id, act, reason, facts, sensitivity)
    values (${id}, ${pass.id}, ${person.id}, 'request', 'senior', '{"relation": "employs"}', 'ordinary')`.execute(tx)
  if (decider) await givesAccess(tx, person, decider, { circle: 'request', source: 'request', sourceId: id })
  return { id }
}

/** A request to prolong the right of somebody of 56, sent to a prescriber who has not answered; `kind` null: who lost the right to prescribe. */
export async function aWaitingRequest(tx: Tx, kind: Parameters<typeof anAdviser>[1] = 'ML') {
  const here = await aCounsellorWithAPass(tx, { first: '2025-01-06', last: '2027-01-05', birthDate: '1970-05-03' })
  const adviser = await anAdviser(tx, kind)
  return { ...here, adviser, request: await aWaitingRequestOn(tx, { ...here, decider: adviser.unit }) }
}
