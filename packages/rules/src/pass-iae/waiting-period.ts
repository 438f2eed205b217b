import { addDays, addYears, type CalendarDate, type Explained, explained, includes, type Law, type Period } from '@maillage/kernel'
import { waitingYears } from '../parameters/pass-duration.ts'
import type { Pass, PassAct } from './acts.ts'
import { suspendedSince } from './judge-closure.ts'
import { timeline } from './life.ts'
import { type PassSteps, passStep } from './steps.ts'

/**
 * The days after a right during which no new one may be issued (carence IAE), unless an authorised prescriber prescribes it: two years after
 * the last day, that anniversary included. When the pathway was ended after a long suspension, two years from the start of the suspension;
 * null when they were already over.
 * Source: R5132-1-4.
 * @example waitingPeriod(law, { first: day('2024-03-01') }, []).value // 2026-03-01 … 2028-02-28
 */
export function waitingPeriod(law: Law, pass: Pass, acts: readonly PassAct[]): Explained<Period | null, keyof PassSteps> {
  const segments = timeline(law, pass, acts)
  const end = segments.at(-1)?.last ?? pass.first
  const years = law.on(end).get(waitingYears)
  const source = law.on(end).find(waitingYears)?.source
  const afterSuspension = acts.some((act) => act.kind === 'closure' && act.reason === 'after-long-suspension' && act.last === end)
  const suspended = afterSuspension ? suspendedSince(segments, end) : undefined
  const until = addYears(suspended ?? end, years)
  return explained('pass-iae/waiting-period', 1, end < until ? { first: addDays(end, 1), last: until } : null, () => [
    suspended === undefined
      ? passStep('pass-iae/waiting-from-end', { end, until }, until, source ? { source } : {})
      : passStep('pass-iae/waiting-from-suspension', { suspended, until }, until, source ? { source } : {}),
  ])
}

/** Whether a day falls in the waiting period of a right. */
export function isWaiting(law: Law, pass: Pass, acts: readonly PassAct[], on: CalendarDate): boolean {
  const found = waitingPeriod(law, pass, acts).value
  return found !== null && includes(found, on)
}
