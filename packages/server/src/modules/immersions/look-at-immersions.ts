import type { Period } from '@maillage/kernel'
import { immersionAnomalies } from '@maillage/rules/employment'
import { keepAnomalies } from '../../platform/anomalies/keep-anomalies.ts'
import type { Ctx } from '../../platform/command/context.ts'
import { contractEnds, type SiaeStay } from '../employment/index.ts'
import { type Immersion, judgedOf } from './model.ts'
import { immersionsOfPerson } from './store.ts'

/** The CDDI during which an immersion took place, as it was agreed: a quarter of it may be spent elsewhere. */
async function contractDuring(ctx: Ctx, { stayId, first }: Immersion): Promise<Period | null> {
  for (const each of await contractEnds(ctx, stayId)) {
    const last = each.agreedLast ?? each.last
    if (each.type === 'CDDI' && last !== null && each.first <= first && first <= last) return { first: each.first, last }
  }
  return null
}

/** An immersion that is cancelled has nothing left to put right. */
export const settle = (ctx: Ctx, { id, organisationId, first: since }: Immersion): Promise<void> =>
  keepAnomalies(ctx, { table: 'immersion', id, organisationId, since, resolution: 'cancelled' }, [])

/**
 * Looks again at the immersions of a stay once one was noted, concluded or cancelled: the law counts them together. Only those that the same carrier
 * noted are known.
 */
export async function lookAtImmersions(ctx: Ctx, stay: SiaeStay): Promise<void> {
  const all = await immersionsOfPerson(ctx, stay.personId)
  for (const each of all.filter(({ stayId }) => stayId === stay.id)) {
    const found = immersionAnomalies(ctx.law, {
      immersion: judgedOf(each),
      others: all.filter(({ id }) => id !== each.id).map(judgedOf),
      kind: each.prescribedBy === 'structure' ? stay.kind : null,
      contract: await contractDuring(ctx, each),
    })
    const { id, organisationId, first: since } = each
    await keepAnomalies(ctx, { table: 'immersion', id, organisationId, since, resolution: 'facts-changed' }, found)
  }
}
