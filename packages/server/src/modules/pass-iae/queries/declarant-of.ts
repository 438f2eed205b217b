import { prescriberStanding } from '@maillage/rules/eligibility'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { prescriberOf } from '../../eligibility/index.ts'
import { actsForStructure, type Circles } from '../policy.ts'

/** In which capacity the reader acts on a right: for the structure, as an authorised prescriber, or neither. */
export async function declarantOf(
  ctx: Pick<ReadCtx, 'tx' | 'actor' | 'law' | 'today'>,
  circles: Circles,
): Promise<'siae' | 'authorised-prescriber' | 'other'> {
  const { actor, law, today } = ctx
  if (!actor?.hat) return 'other'
  if (actsForStructure(actor, circles)) return 'siae'
  const standing = prescriberStanding(law, await prescriberOf(ctx, actor.hat.organisationId, today), today)
  return standing === 'authorised' ? 'authorised-prescriber' : 'other'
}
