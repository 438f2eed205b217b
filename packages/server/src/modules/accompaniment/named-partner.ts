import type { Outcome } from '@maillage/kernel'
import { betraysByName } from '@maillage/rules/accompaniment'
import type { ReadCtx } from '../../platform/command/read.ts'
import { refuse } from './messages.fr.ts'
import type { ActKind } from './model.ts'
import { findPartner } from './queries/partners.ts'

/** Refuses a partner that an act may not name: of another kind of act, closed, or whose name tells an illness or an offence; undefined when it may. */
export async function namedPartner(
  ctx: Pick<ReadCtx, 'tx'>,
  { kind, partnerId }: { readonly kind: ActKind; readonly partnerId: string | null },
): Promise<(Outcome<never> & { readonly ok: false }) | undefined> {
  if (partnerId === null) return undefined
  if (kind !== 'partner-step') return refuse('accompaniment/partner-of-a-step', {}, 'partnerId')
  const partner = await findPartner(ctx, partnerId)
  if (!partner || partner.closedOn !== null) return refuse('accompaniment/partner-unknown', {}, 'partnerId')
  return betraysByName(partner.areas) ? refuse('accompaniment/partner-betrays', {}, 'partnerId') : undefined
}
