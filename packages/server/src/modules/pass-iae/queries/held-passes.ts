import type { CalendarDate } from '@maillage/kernel'
import { firstDay, type HeldPass, lastDay, type PassNumber } from '@maillage/rules/pass-iae'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { heldOf } from '../model.ts'
import { passesOfPeople } from './passes-after.ts'
import { recordedPasses } from './recorded-passes.ts'

/** A right of a person that was not cancelled, with its days as they stand. */
export interface PassHeld {
  readonly id: string
  readonly number: PassNumber | null
  readonly first: CalendarDate
  readonly last: CalendarDate
  readonly held: HeldPass
}

/** Every right the person has had, cancelled ones left out, the oldest first: what the rules judge a new request against. */
export async function heldPasses(ctx: Pick<ReadCtx, 'tx' | 'law'>, personId: string): Promise<readonly PassHeld[]> {
  const passes = await recordedPasses(ctx, personId)
  return passes
    .filter((each) => !each.cancelled)
    .map((each) => {
      const held = heldOf(each)
      const { id, number, stored } = each
      return {
        id,
        number,
        held,
        first: stored?.first ?? firstDay(held.pass, held.acts),
        last: stored?.last ?? lastDay(ctx.law, held.pass, held.acts).value,
      }
    })
}

/** The rights of several people with their exact days and no reason, so that a job may ask too: person → those that were not cancelled, the oldest first. */
export async function heldPassesOf(
  ctx: Pick<ReadCtx, 'tx'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldPass[]>> {
  const held = new Map<string, HeldPass[]>()
  for (const each of await passesOfPeople(ctx, personIds)) held.set(each.personId, [...(held.get(each.personId) ?? []), heldOf(each)])
  return held
}
