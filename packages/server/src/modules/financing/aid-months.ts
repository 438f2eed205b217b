import { type CalendarDate, type CentiHours, centiHours, type Law, type Month, monthOf, monthsLater, sumHours } from '@maillage/kernel'
import type { Ratio } from '@maillage/rules'
import { type AidMonth, fteOfHours } from '@maillage/rules/financing'
import type { MonthState } from '../employment/index.ts'
import { type AnnexYear, annexPaying, type CountedTotal, heldBackBy, monthsOf, monthsOfAnnex } from './model.ts'

/** Where a month stands for its reader. `unpriced`: validated, and no known text says what it is worth. */
export type MonthStanding = 'said' | 'reopened' | 'unpriced' | 'draft' | 'undeclared' | 'to-come'

export interface AidMonthRow {
  readonly month: Month
  readonly standing: MonthStanding
  /** Null where nothing is validated: never a zero. */
  readonly hours: CentiHours | null
  readonly heldBack: CentiHours
  /** Annual full-time equivalents of these hours, priced or not. */
  readonly realised: Ratio | null
  readonly aid: AidMonth | null
}

function standingOf(aid: AidMonth | undefined, isWorked: boolean, state: MonthState['state'] | undefined, isLater: boolean): MonthStanding {
  if (isWorked) return aid === undefined ? 'unpriced' : state === 'reopened' ? 'reopened' : 'said'
  if (state === 'draft') return 'draft'
  return isLater ? 'to-come' : 'undeclared'
}

/** The months of a year that an annex pays, those that nobody declared included and named so. */
export function aidMonths(
  law: Law,
  { recorded, worked, aid }: AnnexYear,
  {
    annexes,
    states,
    totals,
    year,
    today,
  }: {
    readonly annexes: readonly AnnexYear[]
    readonly states: readonly MonthState[]
    readonly totals: readonly CountedTotal[]
    readonly year: number
    readonly today: CalendarDate
  },
): readonly AidMonthRow[] {
  const span = monthsOfAnnex(law, recorded.annex)
  if (!span) return []
  const { first, last } = monthsOf(year)
  const { measure } = recorded.annex
  const held = heldBackBy(totals.filter((each) => each.measure === measure))
  const priced = new Map(aid === null || aid.value.state === 'awaiting-annex' ? [] : aid.value.months.map((each) => [each.month, each]))
  const rows: AidMonthRow[] = []
  const until = span.last < last ? span.last : last
  for (let month = span.first > first ? span.first : first; month <= until; month = monthsLater(month, 1)) {
    const paying = annexPaying(
      law,
      annexes.map((each) => each.recorded),
      { month, measure },
    )
    if (paying?.id !== recorded.id) continue
    const entries = worked.filter((each) => each.month === month)
    const hours = entries.length > 0 ? sumHours(entries.map((each) => each.hours)) : null
    const said = priced.get(month)
    const state = states.find((each) => each.month === month)?.state
    rows.push({
      month,
      standing: standingOf(said, hours !== null, state, month >= monthOf(today)),
      hours,
      realised: hours === null ? null : fteOfHours(law, recorded.annex, hours, recorded.annex.period.first),
      heldBack: held.get(month) ?? centiHours(0),
      aid: said ?? null,
    })
  }
  return rows
}
