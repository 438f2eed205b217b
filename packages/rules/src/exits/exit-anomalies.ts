import type { CalendarDate, OpenPeriod } from '@maillage/kernel'
import type { Anomaly } from '../reasons.ts'
import { anomaly, type ExitAnomaly } from './anomaly-codes.ts'
import type { Exit } from './classify-exit.ts'

/** Three ends that speech confuses: of the stay, of the contracts, of the PASS IAE. Each has its own day. */
export interface EndsOfAStay {
  readonly stay: CalendarDate
  /** Last day of the latest contract of the stay; null: it runs, or there is none. */
  readonly contract: CalendarDate | null
  readonly pass: CalendarDate | null
}

/** The latest end of the contracts of a stay; `open`: one of them has no end. */
function latestEnd(contracts: readonly OpenPeriod[]): CalendarDate | 'open' | undefined {
  let latest: CalendarDate | undefined
  for (const { last } of contracts) {
    if (last === null) return 'open'
    if (latest === undefined || last > latest) latest = last
  }
  return latest
}

/**
 * The three ends side by side, so that a page never shows one for another.
 * @example endsOfAStay(exit, contracts, passLast) // { stay: 2025-06-30, contract: 2025-06-30, pass: 2026-11-14 }
 */
export function endsOfAStay(exit: Exit, contracts: readonly OpenPeriod[], passLast: CalendarDate | null): EndsOfAStay {
  const end = latestEnd(contracts)
  return { stay: exit.exitOn, contract: end === undefined || end === 'open' ? null : end, pass: passLast }
}

/**
 * What is wrong in an exit as it was recorded: a contract of the stay goes on after it, or ended long before; a second exit of one stay (a mistake to correct, not a
 * second exit); and, to be known rather than put right, another SIAE where the person works.
 * @example exitAnomalies({ exit, contracts, earlierExitOn: null, worksElsewhere: true }) // [{ code: 'exits/continues-in-another-siae', … }]
 */
export function exitAnomalies(facts: {
  readonly exit: Exit
  readonly contracts: readonly OpenPeriod[]
  /** Day of an exit already recorded for the same stay. */
  readonly earlierExitOn: CalendarDate | null
  /** Whether a stay in another SIAE runs on the day of the exit. */
  readonly worksElsewhere: boolean
}): Anomaly<ExitAnomaly>[] {
  const { exit, contracts, earlierExitOn, worksElsewhere } = facts
  const { entry, exitOn } = exit
  const found: Anomaly<ExitAnomaly>[] = []
  if (exitOn < entry) found.push(anomaly('exits/exit-before-entry', { entry, exitOn }))
  const end = latestEnd(contracts)
  if (end === 'open') found.push(anomaly('exits/contract-still-runs', { exitOn, contractLast: null }))
  else if (end !== undefined && end > exitOn) found.push(anomaly('exits/contract-still-runs', { exitOn, contractLast: end }))
  else if (end !== undefined && end < exitOn) found.push(anomaly('exits/no-contract-since', { exitOn, contractLast: end }))
  if (earlierExitOn !== null) found.push(anomaly('exits/second-exit-of-a-stay', { first: earlierExitOn, second: exitOn }))
  if (worksElsewhere) found.push(anomaly('exits/continues-in-another-siae', {}))
  return found
}
