import { type CalendarDate, invariant, isoDate, type Sensitivity } from '@maillage/kernel'
import { type Closure, demonstrationPassNumber, firstDay, lastDay, type PassNumber, type Suspension } from '@maillage/rules/pass-iae'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { heldOf, type IssuerMode, type RecordedPass, type RecordedSuspension } from './model.ts'
import { passesWith } from './queries/recorded-passes.ts'
import { type PassTables, passesOf } from './tables.ts'

const isoOf = (date: CalendarDate | null) => (date === null ? null : isoDate(date))
const recordedBy = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })
const ofPass = ({ id, personId }: Pick<RecordedPass, 'id' | 'personId'>) => ({ pass_id: id, person_id: personId })

/** The next number of a demonstration, which nobody can take for a right. */
export async function nextDemonstrationNumber({ tx }: Ctx): Promise<PassNumber> {
  const { rows } = await sql<{ rank: number }>`select nextval('pass_demonstration_rank')::integer as rank`.execute(tx)
  const number = demonstrationPassNumber(Number(rows[0]?.rank))
  invariant(number !== undefined, 'a demonstration has fewer than ten million rights')
  return number
}

export async function insertPass(
  ctx: Ctx,
  pass: {
    id: string
    personId: string
    number: PassNumber | null
    issuerMode: IssuerMode
    first: CalendarDate
    diagnosisId: string | null
  },
): Promise<void> {
  await passesOf(ctx.tx)
    .insertInto('pass')
    .values({
      id: pass.id,
      person_id: pass.personId,
      number: pass.number,
      issuer_mode: pass.issuerMode,
      origin: 'hire',
      first_day: isoDate(pass.first),
      diagnosis_id: pass.diagnosisId,
      ...recordedBy(ctx),
    })
    .execute()
}

/** Computes the last day again from the acts and keeps it, the former one with it. The only writer of `pass_last_day`. */
export async function keepLastDay(ctx: Ctx, passId: string): Promise<void> {
  const pass = (await passesWith(ctx, passId)).find(({ id }) => id === passId)
  invariant(pass, 'a right whose days change can be read')
  const { pass: issued, acts } = heldOf(pass)
  const [first, last] = [firstDay(issued, acts), lastDay(ctx.law, issued, acts).value]
  const { stored } = pass
  if (stored && stored.first === first && stored.last === last) return
  await supersedeLastDay(ctx, passId)
  await passesOf(ctx.tx)
    .insertInto('pass_last_day')
    .values({
      ...ofPass(pass),
      version: (stored?.version ?? 0) + 1,
      first_day: isoDate(first),
      last_day: isoDate(last),
      ...recordedBy(ctx),
    })
    .execute()
}

async function supersedeLastDay(ctx: Ctx, passId: string): Promise<void> {
  await passesOf(ctx.tx)
    .updateTable('pass_last_day')
    .set({ superseded_at: ctx.now.toString() })
    .where('pass_id', '=', passId)
    .where('superseded_at', 'is', null)
    .execute()
}

/** Cancels a right: it covers no day any more. */
export async function cancelPassRow(ctx: Ctx, passId: string): Promise<void> {
  await passesOf(ctx.tx).updateTable('pass').set({ cancelled_at: ctx.now.toString() }).where('id', '=', passId).execute()
  await supersedeLastDay(ctx, passId)
}

export async function insertMove(ctx: Ctx, pass: RecordedPass, move: { first: CalendarDate; decidedOn: CalendarDate }): Promise<void> {
  await passesOf(ctx.tx)
    .insertInto('pass_move')
    .values({
      id: ctx.ids.next(),
      ...ofPass(pass),
      first_day: isoDate(move.first),
      decided_on: isoDate(move.decidedOn),
      ...recordedBy(ctx),
    })
    .execute()
}

/** Why an act was done, in a row of its own: it may be an illness, a sentence, a disability. */
export async function insertReason(
  ctx: Ctx,
  pass: Pick<RecordedPass, 'id' | 'personId'>,
  why: Pick<PassTables['pass_reason'], 'act_id' | 'act' | 'reason'> & {
    explanation?: string | null
    facts?: object
    sensitivity: Sensitivity
  },
): Promise<void> {
  const { act_id, act, reason, explanation = null, facts = {}, sensitivity } = why
  await passesOf(ctx.tx)
    .insertInto('pass_reason')
    .values({ ...ofPass(pass), act_id, act, reason, explanation, facts: JSON.stringify(facts), sensitivity })
    .execute()
}

export async function insertSuspension(
  ctx: Ctx,
  pass: RecordedPass,
  { id, siaeId, suspension }: { id: string; siaeId: string | null; suspension: Suspension },
): Promise<void> {
  const db = passesOf(ctx.tx)
  await db
    .insertInto('suspension')
    .values({ id, ...ofPass(pass), siae_id: siaeId, ...recordedBy(ctx) })
    .execute()
  await db
    .insertInto('suspension_version')
    .values({
      suspension_id: id,
      ...ofPass(pass),
      version: 1,
      first_day: isoDate(suspension.first),
      last_day: isoOf(suspension.last),
      cause: 'declared',
      ...recordedBy(ctx),
    })
    .execute()
}

/** What is now known of a suspension, in a new version; `days` null: it never was. */
export async function changeSuspension(
  ctx: Ctx,
  pass: RecordedPass,
  known: RecordedSuspension,
  days: { first: CalendarDate; last: CalendarDate | null } | null,
  cause: PassTables['suspension_version']['cause'],
): Promise<void> {
  const db = passesOf(ctx.tx)
  await db
    .updateTable('suspension_version')
    .set({ superseded_at: ctx.now.toString() })
    .where('suspension_id', '=', known.id)
    .where('superseded_at', 'is', null)
    .execute()
  const { first, last } = days ?? known
  await db
    .insertInto('suspension_version')
    .values({
      suspension_id: known.id,
      ...ofPass(pass),
      version: known.version + 1,
      first_day: isoDate(first),
      last_day: isoOf(last),
      cancelled: days === null,
      cause,
      ...recordedBy(ctx),
    })
    .execute()
}

export async function insertClosure(
  ctx: Ctx,
  pass: RecordedPass,
  { id, closure, notifiedOn }: { id: string; closure: Closure; notifiedOn: CalendarDate | null },
): Promise<void> {
  await passesOf(ctx.tx)
    .insertInto('pass_closure')
    .values({
      id,
      ...ofPass(pass),
      last_day: isoDate(closure.last),
      reason: closure.reason,
      notified_on: isoOf(notifiedOn),
      ...recordedBy(ctx),
    })
    .execute()
}

/** What the State's certificate says, beside what we find ourselves. */
export async function keepCertificate(
  ctx: Ctx,
  passId: string,
  certificate: { number: PassNumber; first: CalendarDate; last: CalendarDate },
): Promise<void> {
  await passesOf(ctx.tx)
    .updateTable('pass')
    .set({
      number: certificate.number,
      external_first_day: isoDate(certificate.first),
      external_last_day: isoDate(certificate.last),
      confronted_on: isoDate(ctx.today),
    })
    .where('id', '=', passId)
    .execute()
}
