import { type CalendarDate, daysOf, type Law, type Month, monthOf } from '@maillage/kernel'
import type { Tx } from '../../../platform/database/database.ts'
import { annexesOf } from '../../agreements/index.ts'
import { monthSheetsOf, monthTotals } from '../../employment/index.ts'
import { exitsOf } from '../../exits/index.ts'
import { applicationCells } from '../cells/application-cells.ts'
import type { CountedSiae } from '../cells/cell-value.ts'
import { exitCells } from '../cells/exit-cells.ts'
import { fteCells } from '../cells/fte-cells.ts'
import { peopleByMonth, peopleCells } from '../cells/people-cells.ts'
import { supervisionCells } from '../cells/supervision-cells.ts'
import { peoplePresent } from '../queries/people-present.ts'
import { sentApplications } from '../queries/sent-applications.ts'
import { staffPosts } from '../queries/staff-posts.ts'
import { markYears, replacePeople, writeCells } from '../store.ts'

interface Context {
  readonly tx: Tx
  readonly law: Law
  readonly now: Temporal.Instant
  readonly today: CalendarDate
}

/**
 * Computes again, whole and from the facts, every figure of these months of a structure, and marks the years to add up. Doing it twice changes nothing.
 * @returns how many cells changed
 */
export async function computeMonths(ctx: Context, siae: CountedSiae, months: readonly Month[]): Promise<number> {
  const { tx, law, now, today } = ctx
  const past = months.filter((month) => month <= monthOf(today)).toSorted((a, b) => a - b)
  const [first, last] = [past[0], past.at(-1)]
  if (first === undefined || last === undefined) return 0
  const wanted = new Set(past)
  const among = { siaeId: siae.id, first, last }
  const days = { first: daysOf(first).first, last: daysOf(last).last }
  const present = (await peoplePresent(tx, among)).filter(({ month }) => wanted.has(month))
  const people = peopleByMonth(present)
  const annexes = await annexesOf({ tx }, { siaeId: siae.id })
  const sheets = await monthSheetsOf({ tx }, among)
  const totals = await monthTotals({ tx }, among)
  const exits = await exitsOf({ tx, law }, { siaeId: siae.id, ...days, last: days.last < today ? days.last : today })
  const sent = await sentApplications(tx, { siaeIds: [siae.id], ...days })
  const homes = await replacePeople(tx, siae, past, present)
  const changed = await writeCells(ctx, siae, past, [
    ...peopleCells(past, present),
    ...fteCells(law, siae, past, today, { annexes, sheets, totals, people }),
    ...exitCells(
      law,
      past,
      exits.filter(({ exitOn }) => wanted.has(monthOf(exitOn))),
    ),
    ...supervisionCells(past, await staffPosts(tx, siae.id), people),
    ...applicationCells(past, sent, today),
  ])
  await markYears(tx, { siaeId: siae.id, homes, years: [...new Set(past.map((month) => Math.floor(month / 12)))], now })
  return changed
}
