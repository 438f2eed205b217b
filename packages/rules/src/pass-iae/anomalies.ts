import { type CalendarDate, type Law, overlap } from '@maillage/kernel'
import { labourCode } from '../parameters/texts.ts'
import type { Anomaly } from '../reasons.ts'
import type { HeldPass } from './acts.ts'
import { firstDay, timeline } from './life.ts'
import { anomaly, type PassAnomaly } from './refusals.ts'
import { stateOn } from './state-on.ts'
import { daysOfSuspension, longestSuspension } from './suspended-days.ts'

/**
 * What is wrong in a hire that took place. It is recorded all the same: the anomalies say which rule stands beside it.
 * @example hireAnomalies(law, { hiredOn, recordedOn, held: null }) // [{ code: 'pass-iae/hire-without-pass', … }]
 */
export function hireAnomalies(
  law: Law,
  { hiredOn, recordedOn, held }: { readonly hiredOn: CalendarDate; readonly recordedOn: CalendarDate; readonly held: HeldPass | null },
): Anomaly<PassAnomaly>[] {
  const found: Anomaly<PassAnomaly>[] = []
  if (hiredOn < recordedOn) found.push(anomaly('pass-iae/hire-recorded-late', { hiredOn, recordedOn }))
  if (!held) return [...found, anomaly('pass-iae/hire-without-pass', { hiredOn })]
  const segments = timeline(law, held.pass, held.acts)
  const passFirst = segments[0]?.first ?? held.pass.first
  const passLast = segments.at(-1)?.last ?? held.pass.first
  if (hiredOn < passFirst) found.push(anomaly('pass-iae/hire-before-pass', { hiredOn, passFirst }))
  if (hiredOn > passLast) found.push(anomaly('pass-iae/hire-after-pass', { hiredOn, passLast }))
  if (stateOn(law, held.pass, held.acts, hiredOn) === 'suspended') found.push(anomaly('pass-iae/hire-during-suspension', { hiredOn }))
  return found
}

/**
 * What is wrong in the diagnosis on which a hire rests: valid when the right was asked for, no longer on the first day of work. A right that runs
 * already keeps it valid. The person is in good faith: the right stays until somebody decides. Source: R5132-1-1.
 * @param expiresOn the first day on which the diagnosis is no longer valid by itself
 */
export function diagnosisAnomalies({
  hiredOn,
  expiresOn,
  rightRuns,
}: {
  readonly hiredOn: CalendarDate
  readonly expiresOn: CalendarDate
  readonly rightRuns: boolean
}): Anomaly<PassAnomaly>[] {
  if (rightRuns || hiredOn < expiresOn) return []
  return [anomaly('pass-iae/diagnosis-expired-at-hire', { hiredOn, expiredOn: expiresOn }, labourCode('R5132-1-1', 'Éligibilité'))]
}

/**
 * What is wrong in the acts of a right as they were recorded or imported: suspensions that overlap, are too long or begin outside the right,
 * a closure before its first day.
 */
export function passAnomalies(law: Law, { pass, acts }: HeldPass): Anomaly<PassAnomaly>[] {
  const found: Anomaly<PassAnomaly>[] = []
  const first = firstDay(pass, acts)
  const suspensions = acts.filter((act) => act.kind === 'suspension').toSorted((a, b) => a.first - b.first)
  suspensions.forEach((each, index) => {
    const days = daysOfSuspension(law, each)
    if (suspensions.slice(0, index).some((other) => overlap(daysOfSuspension(law, other), days)))
      found.push(anomaly('pass-iae/recorded-suspension-overlaps', { first: days.first, last: days.last }))
    const latest = longestSuspension(law, each.first)
    if (days.last > latest) found.push(anomaly('pass-iae/recorded-suspension-too-long', { first: each.first, latest }))
    const others = acts.filter((act) => act !== each && act.kind !== 'closure')
    const rest = timeline(law, pass, others)
    if (each.first < first || each.first > (rest.at(-1)?.last ?? first))
      found.push(anomaly('pass-iae/recorded-suspension-outside-pass', { first: each.first }))
  })
  for (const act of acts)
    if (act.kind === 'closure' && act.last < first) found.push(anomaly('pass-iae/recorded-closure-before-pass', { last: act.last }))
  return found
}
