import { partsOf } from '@maillage/kernel'
import type { BirthDate } from '@maillage/rules/eligibility'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { personCard } from '../../people/index.ts'

/** When somebody was born, as precisely as it is known; undefined when it is not, or when the reader does not hold the person. */
export async function birthOf(ctx: Pick<ReadCtx, 'tx'>, personId: string): Promise<BirthDate | undefined> {
  const card = await personCard(ctx, personId)
  const { date = null, precision = 'unknown' } = card?.birth ?? {}
  if (date === null || precision === 'unknown') return undefined
  const { year, month, day } = partsOf(date)
  if (precision === 'year') return { year }
  return precision === 'month' ? { year, month } : { year, month, day }
}
