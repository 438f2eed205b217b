import { frenchDate, granted, type Outcome, overlap } from '@maillage/kernel'
import { annexEnd } from '@maillage/rules/agreements'
import type { Ctx } from '../../platform/command/context.ts'
import type { SiaeInHand } from './in-hand.ts'
import { refuse } from './messages.fr.ts'
import { agreementAround } from './model.ts'
import type { SignedAnnex } from './store.ts'

/** An annex as it was read, before its agreement is found. */
export type ReadAnnex = Omit<SignedAnnex, 'id' | 'agreementId' | 'origin'>

/**
 * The agreement under which an annex stands, or every reason why it cannot be recorded: what is impossible, never what is only irregular.
 * @param others annexes of the same structure read in the same file
 */
export function judgeAnnex(
  ctx: Pick<Ctx, 'today'>,
  { siae, agreements, annexes }: SiaeInHand,
  annex: ReadAnnex,
  others: readonly ReadAnnex[] = [],
): Outcome<{ readonly agreementId: string }> {
  const { firstDay, lastDay, signedOn, measure } = annex
  if (lastDay < firstDay) return refuse('agreements/dates-reversed', {}, 'lastDay')
  const period = { first: firstDay, last: lastDay }
  if (signedOn > ctx.today) return refuse('agreements/signed-later', {}, 'signedOn')
  const { last } = siae.open
  if (last !== null && firstDay > last) return refuse('agreements/structure-ended', { last: frenchDate(last) }, 'firstDay')
  if ((annex.cofinancingDepartement === null) !== (annex.cofinancingTotal === null))
    return refuse(
      'agreements/cofinancing-half-said',
      {},
      annex.cofinancingDepartement === null ? 'cofinancingDepartement' : 'cofinancingTotal',
    )
  const agreement = agreementAround(agreements, period)
  if (!agreement) return refuse('agreements/annex-outside-agreement', {}, 'firstDay')
  const standing = annexes.filter((each) => each.cancellation === null && each.annex.measure === measure)
  const covered = [
    ...standing.map((each) => ({ first: each.annex.period.first, last: annexEnd(each.annex) })),
    ...others.filter((each) => each.measure === measure).map((each) => ({ first: each.firstDay, last: each.lastDay })),
  ]
  if (covered.some((each) => each.first <= each.last && overlap(each, period))) return refuse('agreements/annex-overlaps', {}, 'firstDay')
  return granted({ agreementId: agreement.id })
}
