import { type CalendarDate, granted, type Outcome } from '@maillage/kernel'
import type { DiagnosisAuthor } from '@maillage/rules/eligibility'
import { notFound } from '../../../platform/command/perform.ts'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { circlesHeld } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { mayDiagnoseFor, mayPrescribe } from '../policy.ts'
import { prescriberOf } from './prescriber-of.ts'
import { siaeBrief } from './siae-brief.ts'

/** In whose name the reader diagnoses this person on a day, or why they may not. */
export async function diagnosisAuthor(
  ctx: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  { personId, siaeId, on }: { readonly personId: string; readonly siaeId: string | null; readonly on: CalendarDate },
): Promise<Outcome<{ readonly author: DiagnosisAuthor; readonly circles: ReadonlySet<string> }>> {
  const { actor } = ctx
  const circles = await circlesHeld(ctx, personId)
  if (!actor?.hat || circles.size === 0) return notFound()
  if (siaeId === null) {
    if (!mayPrescribe(actor, circles)) return refuse('eligibility/not-yours')
    return granted({ circles, author: { role: 'prescriber', ...(await prescriberOf(ctx, actor.hat.organisationId, on)) } })
  }
  const siae = await siaeBrief(ctx, siaeId)
  if (!siae || siae.organisationId !== actor.hat.organisationId) return refuse('eligibility/siae-of-another', {}, 'siaeId')
  if (!mayDiagnoseFor(actor, siae, circles)) return refuse('eligibility/not-yours')
  return granted({ circles, author: { role: 'siae', kind: siae.kind } })
}
