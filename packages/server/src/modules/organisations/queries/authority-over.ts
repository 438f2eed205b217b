import type { ReadCtx } from '../../../platform/command/read.ts'
import { mayAuthorise } from '../policy.ts'
import { departementsOf, findOrganisation, territoriesOf } from '../store.ts'

/** The prescribing organisation that this officer of the State may judge today, with its name; undefined for anybody else. */
export async function authorityOver(
  ctx: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  organisationId: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const hat = ctx.actor?.hat
  if (!ctx.actor || !hat) return undefined
  const organisation = await findOrganisation(ctx, organisationId)
  const authorityOn = await territoriesOf(ctx, hat.organisationId, 'authority', ctx.today)
  const prescribesOn = await departementsOf(ctx, organisationId, 'prescriber', ctx.today)
  return organisation && mayAuthorise(ctx.actor, { authorityOn, prescribesOn }) ? organisation : undefined
}
