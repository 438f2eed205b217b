import type { CalendarDate, Sensitivity } from '@maillage/kernel'
import { PRESCRIBERS, prescriberStanding } from '@maillage/rules/eligibility'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { prescriberOf } from '../../eligibility/index.ts'

/** What an organisation is when it proposes somebody: authorised to prescribe or not, and what its mere name tells of the person. */
export interface SenderStanding {
  readonly authorised: boolean
  readonly sensitivity: Sensitivity
}

/** The right of an organisation to prescribe on a day, by the register of authorisations. */
export async function senderStanding(ctx: Pick<ReadCtx, 'tx' | 'law'>, organisationId: string, on: CalendarDate): Promise<SenderStanding> {
  const prescriber = await prescriberOf(ctx, organisationId, on)
  return { authorised: prescriberStanding(ctx.law, prescriber, on) === 'authorised', sensitivity: PRESCRIBERS[prescriber.kind].betrays }
}
