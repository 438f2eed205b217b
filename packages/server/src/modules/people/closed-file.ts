import { type CalendarDate, day, frenchDate, type Outcome } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { refuse } from './messages.fr.ts'
import { peopleOf } from './tables.ts'

/**
 * Refuses what would change the file of somebody who died; undefined when the file is open.
 * @param happenedOn the day of a fact: what happened until the last day of a life is still recorded
 * @example const closed = await closedFile(ctx, personId)
 *   if (closed) return closed
 */
export async function closedFile(
  { tx }: Pick<Ctx, 'tx'>,
  personId: string,
  happenedOn?: CalendarDate,
): Promise<(Outcome<never> & { readonly ok: false }) | undefined> {
  const row = await peopleOf(tx).selectFrom('person').select('death_date').where('id', '=', personId).executeTakeFirst()
  if (!row?.death_date) return undefined
  const died = day(row.death_date)
  return happenedOn !== undefined && happenedOn <= died ? undefined : refuse('people/person-died', { on: frenchDate(died) })
}
