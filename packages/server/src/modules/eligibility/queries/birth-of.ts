import type { BirthDate } from '@maillage/rules/eligibility'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { knownBirth, personCard } from '../../people/index.ts'

/** When somebody was born, as precisely as it is known; undefined when it is not, or when the reader does not hold the person. */
export async function birthOf(ctx: Pick<ReadCtx, 'tx'>, personId: string): Promise<BirthDate | undefined> {
  const card = await personCard(ctx, personId)
  return card?.birth && knownBirth(card.birth)
}
