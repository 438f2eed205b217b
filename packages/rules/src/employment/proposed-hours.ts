import { addDays, type CentiHours, centiHours, daysIn, daysOf, intersection, type Month } from '@maillage/kernel'
import type { Contract } from './contract.ts'

const WEEKS_OF_A_YEAR = 52
const MONTHS_OF_A_YEAR = 12

/**
 * What a pay slip would say of a month if the contracts were simply followed: weekly hours × 52 / 12, by the days that each covers (35 h give 151.67 h).
 * A proposal, never a fact; null when no weekly hours are known for any of its days. Source: L3242-1, monthly pay.
 * @example proposedHours([contract], month('2026-07')) // 112,67 h for 26 h a week
 */
export function proposedHours(contracts: readonly Pick<Contract, 'first' | 'last' | 'weekly'>[], month: Month): CentiHours | null {
  const span = daysOf(month)
  let weighed = 0
  let known = false
  for (const { first, last, weekly } of contracts) {
    const parts = weekly.toSorted((a, b) => a.from - b.from)
    for (const [index, { from, hours }] of parts.entries()) {
      const next = parts[index + 1]
      const start = index === 0 || from < first ? first : from
      const end = next && (last === null || next.from <= last) ? addDays(next.from, -1) : (last ?? span.last)
      const days = start <= end ? intersection({ first: start, last: end }, span) : undefined
      if (!days) continue
      known = true
      weighed += hours * daysIn(days)
    }
  }
  return known ? centiHours(Math.round((weighed * WEEKS_OF_A_YEAR) / (MONTHS_OF_A_YEAR * daysIn(span)))) : null
}
