import { type CalendarDate, granted, type Outcome, refused } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { notFound } from '../../platform/command/perform.ts'
import { mayKeepFiles, personCard, recordDeath } from '../people/index.ts'
import { refuse } from './messages.fr.ts'

/** An exit by death records the death in the same transaction: nothing is sent to the person any more. Already recorded, nothing is done. */
export async function noteDeath(ctx: Ctx, personId: string, diedOn: CalendarDate): Promise<Outcome<null>> {
  const person = await personCard(ctx, personId)
  if (!person) return notFound()
  if (person.diedOn !== null) return granted(null)
  if (!mayKeepFiles(ctx.actor)) return refuse('exits/death-by-others', {}, 'reason')
  const noted = await recordDeath.execute(ctx, { personId: person.id, version: person.version, diedOn })
  if (noted.ok) return granted(null)
  const [first, ...others] = noted.refusals.map((each) => ({ ...each, field: 'exitOn' }))
  return first ? refused(first, ...others) : notFound()
}
