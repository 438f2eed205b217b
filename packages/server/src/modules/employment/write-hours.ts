import { daysOf, decide, type Month, type Outcome, overlap } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { notFound } from '../../platform/command/perform.ts'
import { hoursChanges, type TypedHours } from './hours-changes.ts'
import { judgeHours } from './judge-hours.ts'
import { refuse } from './messages.fr.ts'
import type { SheetSiae } from './model-months.ts'
import { mayTypeHoursOf } from './policy.ts'
import { findHoursStays, knownHours, worksitesOf, writeVersions } from './store-months.ts'

/**
 * Writes the lines of a month that changed, each as a new version, and looks again at what is wrong with them. All of them or none. The caller holds
 * the month and knows that it may be typed.
 */
export async function writeHours(
  ctx: Ctx,
  siae: SheetSiae,
  month: Month,
  { rows, reason = null }: { readonly rows: readonly TypedHours[]; readonly reason?: string | null },
): Promise<Outcome<{ readonly changed: number }>> {
  const asked = [...new Set(rows.map(({ stayId }) => stayId))]
  const found = await findHoursStays(ctx, siae.id, month, asked)
  const stays = new Map(found.filter((stay) => mayTypeHoursOf(ctx.actor, stay)).map((stay) => [stay.id, stay]))
  if (stays.size !== asked.length) return notFound()
  const seen = rows.flatMap(({ hoursId, version }) => (hoursId === null ? [] : [{ hoursId, version }]))
  const known = await knownHours(ctx, siae.id, month, seen)
  const foreign = seen.some(({ hoursId, version }) => !known.read.has(`${hoursId}/${version}`))
  const misplaced = rows.some(
    ({ hoursId, stayId }) => hoursId !== null && known.current.find(({ id }) => id === hoursId)?.stayId !== stayId,
  )
  if (foreign || misplaced) return notFound()
  // A place already written stays one, closed since or not.
  const sites = (await worksitesOf(ctx, siae.id)).filter(({ open }) => overlap(open, daysOf(month)))
  const open = new Set([...sites.map(({ id }) => id), ...known.current.map(({ worksiteId }) => worksiteId)])
  const places = rows.flatMap(({ worksiteId }, index) =>
    worksiteId === null || open.has(worksiteId) ? [] : refuse('employment/worksite-of-another', {}, `rows-${index}-worksiteId`).refusals,
  )
  const { writings, refusals } = hoursChanges(rows, { month, known, stays, nextId: () => ctx.ids.next() })
  const decided = decide([...places, ...refusals], () => ({ changed: writings.length }))
  if (!decided.ok) return decided
  await writeVersions(ctx, siae, month, writings, reason)
  const persons = new Set(writings.map(({ personId }) => personId))
  await judgeHours(ctx, { siaeId: siae.id, month, stayIds: found.filter(({ personId }) => persons.has(personId)).map(({ id }) => id) })
  return decided
}
