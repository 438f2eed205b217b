import { isoDate, type Sensitivity } from '@maillage/kernel'
import type { BarrierArea } from '@maillage/rules/accompaniment'
import type { Ctx } from '../../platform/command/context.ts'
import type { BarrierFacts } from './model-barriers.ts'
import { wordsToStore } from './sealed-words.ts'
import { barriersIn } from './tables-barriers.ts'

/** What the texts of one version of a barrier are sealed for. */
export const barrierPurpose = (barrierId: string, version: number): string => `barrier_version ${barrierId} ${version}`

interface OfBarrier {
  readonly id: string
  readonly personId: string
  readonly organisationId: string
  readonly sensitivity: Sensitivity
}

const recordedBy = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })

/** The area of life, before its first version. */
export async function insertBarrier(ctx: Ctx, { id, personId, organisationId, sensitivity }: OfBarrier, area: BarrierArea): Promise<void> {
  await barriersIn(ctx.tx)
    .insertInto('barrier')
    .values({ id, person_id: personId, organisation_id: organisationId, area, sensitivity, ...recordedBy(ctx) })
    .execute()
}

/** Adds what is known from now on; what was known before stays readable. */
export async function insertBarrierVersion(ctx: Ctx, of: OfBarrier, version: number, facts: BarrierFacts): Promise<void> {
  const { id, personId, organisationId, sensitivity } = of
  const { state, weight, evidence, since, consequence, tried } = facts
  const row = barrierPurpose(id, version)
  await barriersIn(ctx.tx)
    .insertInto('barrier_version')
    .values({
      barrier_id: id,
      version,
      person_id: personId,
      organisation_id: organisationId,
      sensitivity,
      state,
      weight,
      evidence,
      since: since === null ? null : isoDate(since),
      consequence: wordsToStore(ctx.keys, sensitivity, row, consequence),
      tried: wordsToStore(ctx.keys, sensitivity, row, tried),
      ...recordedBy(ctx),
    })
    .execute()
}

/** False when somebody changed the barrier since it was read. */
export async function supersedeBarrier({ tx, now }: Ctx, barrierId: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await barriersIn(tx)
    .updateTable('barrier_version')
    .set({ superseded_at: now.toString() })
    .where('barrier_id', '=', barrierId)
    .where('version', '=', version)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertStrength(ctx: Ctx, of: { id: string; personId: string; organisationId: string }, words: string): Promise<void> {
  await barriersIn(ctx.tx)
    .insertInto('strength')
    .values({ id: of.id, person_id: of.personId, organisation_id: of.organisationId, words, ...recordedBy(ctx) })
    .execute()
}

/** @returns false when it was withdrawn already. */
export async function withdrawnStrength({ tx, now }: Ctx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await barriersIn(tx)
    .updateTable('strength')
    .set({ withdrawn_at: now.toString() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
