import {
  type CentiHours,
  frenchHours,
  frenchMonth,
  granted,
  type Month,
  monthOf,
  monthsLater,
  type Outcome,
  type Period,
} from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { correctHours, monthTeam, typeHours } from '../employment/index.ts'
import { refuse } from './messages.fr.ts'
import type { Assignment } from './model.ts'
import { validatedHours } from './queries/statements-of.ts'

type Stay = Pick<Assignment, 'stayId' | 'siaeId'>

/** The months that some days touch. */
export function monthsOf({ first, last }: Period): readonly Month[] {
  const found: Month[] = []
  for (let each = monthOf(first); each <= monthOf(last); each = monthsLater(each, 1)) found.push(each)
  return found
}

/** What the statements validated say of each month of some days, before they change. */
export async function validatedBefore(ctx: Ctx, { stayId }: Stay, days: Period): Promise<ReadonlyMap<Month, CentiHours | null>> {
  const found = new Map<Month, CentiHours | null>()
  for (const month of monthsOf(days)) found.set(month, await validatedHours(ctx, stayId, month))
  return found
}

/**
 * Writes in the month of the structure what the statements validated add up to: one entry, one figure. Refused when somebody typed other hours there by
 * hand, for the month would then count them twice or lose them; and when the month is closed, as anybody who types it would be.
 */
export async function writeMonth(
  ctx: Ctx,
  { stayId, siaeId }: Stay,
  month: Month,
  before: CentiHours | null,
): Promise<Outcome<{ readonly changed: number }>> {
  const after = await validatedHours(ctx, stayId, month)
  const member = (await monthTeam(ctx, { siaeId, month, withLeavers: true })).find((each) => each.stayId === stayId)
  const line = member?.hours.find(({ worksiteId, measure }) => worksiteId === null && measure === 'common')
  const known = line?.paid ?? line?.worked ?? null
  if (known !== null && known !== before) {
    const told = {
      month: frenchMonth(month),
      hours: frenchHours(known),
      ofStatements: before === null ? 'aucune heure' : frenchHours(before),
    }
    // Typed by hand and equal to what the statements now add up to: the same hours, nothing is counted twice.
    return known === after ? granted({ changed: 0 }) : refuse('assignments/month-typed-by-hand', told)
  }
  const row = {
    stayId,
    hoursId: line?.id ?? null,
    version: line?.version ?? 0,
    worksiteId: null,
    measure: 'common' as const,
    paid: after,
    worked: after,
    accompaniment: line?.accompaniment ?? null,
    clause: line?.clause ?? null,
  }
  const typed = await typeHours.execute(ctx, { siaeId, month, rows: [row] })
  if (typed.ok || typed.refusals[0]?.code !== 'employment/month-reopened') return typed
  return correctHours.execute(ctx, { siaeId, month, rows: [row], reason: 'Relevé d’heures d’une mission' })
}
