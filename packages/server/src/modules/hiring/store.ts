import { day, isoDate } from '@maillage/kernel'
import type { Anomaly } from '@maillage/rules'
import { type Selectable, sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { Hire } from './model.ts'
import { type HiringTables, hiringOf } from './tables.ts'

type Reading = Pick<Ctx, 'tx'>

function hireOf(row: Selectable<HiringTables['hire']>): Hire {
  return {
    id: row.id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    siaeId: row.siae_id,
    applicationId: row.application_id,
    diagnosisId: row.diagnosis_id,
    passId: row.pass_id,
    stayId: row.stay_id,
    contractId: row.contract_id,
    passAct: row.pass_act,
    hiredOn: day(row.hired_on),
    state: row.state,
    version: row.version,
  }
}

/** One hire of my structures; row security hides those of others. */
export async function findHire({ tx }: Reading, id: string): Promise<Hire | undefined> {
  const row = await hiringOf(tx).selectFrom('hire').selectAll().where('id', '=', id).executeTakeFirst()
  return row && hireOf(row)
}

/** Writes a hire; `hire_once_per_application` stands behind. */
export async function insertHire(ctx: Ctx, hire: Omit<Hire, 'state' | 'version'>): Promise<void> {
  await hiringOf(ctx.tx)
    .insertInto('hire')
    .values({
      id: hire.id,
      person_id: hire.personId,
      organisation_id: hire.organisationId,
      siae_id: hire.siaeId,
      application_id: hire.applicationId,
      diagnosis_id: hire.diagnosisId,
      pass_id: hire.passId,
      stay_id: hire.stayId,
      contract_id: hire.contractId,
      pass_act: hire.passAct,
      hired_on: isoDate(hire.hiredOn),
      state: 'declared',
      cancelled_at: null,
      request_id: ctx.requestId,
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
      version: 1,
    })
    .execute()
}

/** Changes a hire that nobody changed since it was read; false when somebody did. */
export async function updateHire(
  { tx }: Ctx,
  { id, version }: Hire,
  changes: { hired_on?: string; state?: 'cancelled'; cancelled_at?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await hiringOf(tx)
    .updateTable('hire')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The teams of the structure read the work of the person from today, as long as it lasts. */
export async function openEmployment(
  { tx, today }: Ctx,
  { id, personId, siaeId }: Pick<Hire, 'id' | 'personId' | 'siaeId'>,
): Promise<void> {
  const on = isoDate(today)
  await sql`
    select grant_access(gen_random_uuid(), ${personId}, unit.id, null, 'employment', 'hire', ${id}, ${on}, null)
    from unit where unit.siae_id = ${siaeId} and unit.first_day <= ${on} and (unit.last_day is null or unit.last_day >= ${on})`.execute(tx)
}

/** Whether a hire of any structure, but this one, rests on the same right. */
export async function servesAnotherHire({ tx }: Reading, passId: string, hireId: string): Promise<boolean> {
  const { rows } = await sql<{ serves: boolean }>`select pass_serves_another_hire(${passId}, ${hireId}) as serves`.execute(tx)
  return rows[0]?.serves ?? false
}

/** Opens what is wrong in a hire that took place: the rule, its source, who can solve it, since when. */
export async function openAnomalies(
  ctx: Ctx,
  hire: Pick<Hire, 'id' | 'organisationId' | 'hiredOn'>,
  anomalies: readonly Anomaly[],
): Promise<void> {
  if (anomalies.length === 0) return
  await ctx.tx
    .insertInto('anomaly')
    .values(
      anomalies.map(({ code, details, source }) => ({
        id: ctx.ids.next(),
        rule: code,
        source: JSON.stringify(source ?? null),
        subject_table: 'hire',
        subject_id: hire.id,
        organisation_id: hire.organisationId,
        facts: JSON.stringify(details),
        solver: 'operator',
        since: isoDate(hire.hiredOn),
        recorded_at: ctx.now.toString(),
        resolved_at: null,
        resolution: null,
      })),
    )
    .execute()
}

/** What was wrong no longer is: the hire was cancelled, or its date corrected. */
export async function resolveAnomalies({ tx, now }: Ctx, hireId: string, resolution: 'cancelled' | 'moved'): Promise<void> {
  await tx
    .updateTable('anomaly')
    .set({ resolved_at: now.toString(), resolution })
    .where('subject_id', '=', hireId)
    .where('resolved_at', 'is', null)
    .execute()
}
