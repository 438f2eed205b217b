import {
  addDays,
  addMonths,
  type CalendarDate,
  type CentiHours,
  centiHours,
  daysIn,
  type Explained,
  explained,
  includes,
  intersection,
  type Law,
  type OpenPeriod,
  type Period,
  period,
  type Step,
  sumHours,
} from '@maillage/kernel'
import { companyHours, type Placement } from '../employment/index.ts'
import { companyPlacementLimit } from '../parameters/placement-limits.ts'
import type { Anomaly } from '../reasons.ts'
import { type AssignmentAnomaly, type AssignmentStep, anomaly, assignmentStep } from './steps.ts'

/** A mission with a company, from the first of its days that no statement tells yet. */
export interface PlannedMission extends OpenPeriod {
  /** Null: nobody said how many hours. */
  readonly weekly: CentiHours | null
}

/** Hours with companies used, left, and those that the missions agreed would add. */
export interface CompanyHoursAhead {
  /** The months that count: from the first placement with a company, or from the first one planned. */
  readonly window: Period
  readonly used: CentiHours
  readonly limit: CentiHours
  /** Never below zero. */
  readonly left: CentiHours
  readonly planned: CentiHours
  /** The first day on which the limit would be passed as things are agreed; null: on none, or the préfet waived it. */
  readonly passedOn: CalendarDate | null
  /** Missions whose hours nobody said: what they add is not known. */
  readonly unknown: number
}

interface Facts {
  /** What the statements tell, with every kind of client. */
  readonly placements: readonly Placement[]
  readonly planned: readonly PlannedMission[]
  /** Days for which the préfet waived the limit (D5132-18-1). */
  readonly waivers: readonly Period[]
  readonly on: CalendarDate
}

const WEEK = 7

/** The window that runs on a day, or the one that the first mission planned would open; undefined when no company is in sight, or no limit. */
function windowOf(
  law: Law,
  { placements, planned, on }: Facts,
): { window: Period; used: CentiHours; limit: CentiHours; running: boolean } | undefined {
  const running = companyHours(law, placements, on)
  if (running) return { ...running, running: true }
  const first = planned.map((each) => each.first).toSorted((a, b) => a - b)[0]
  const rule = first === undefined ? undefined : law.on(first).find(companyPlacementLimit)
  if (first === undefined || !rule) return undefined
  const window = period(first, addDays(addMonths(first, rule.value.months), -1))
  return { window, used: centiHours(0), limit: rule.value.hours, running: false }
}

/** The part of each mission that falls in the window and whose hours are known. */
const partsIn = (window: Period, planned: readonly PlannedMission[]) =>
  planned.flatMap(({ first, last, weekly }) => {
    const days = last !== null && last < first ? undefined : intersection({ first, last: last ?? window.last }, window)
    return days && weekly !== null ? [{ days, weekly }] : []
  })

/** The first day on which hours, spread evenly over the days of each mission, pass the limit. In sevenths of hundredths, so that nothing is rounded. */
function dayPassed(used: CentiHours, limit: CentiHours, parts: ReturnType<typeof partsIn>): CalendarDate | null {
  const days = parts.map(({ days: each }) => each)
  const [from, to] = [Math.min(...days.map(({ first }) => first)), Math.max(...days.map(({ last }) => last))]
  let sevenths = used * WEEK
  for (let on = from; on <= to; on++) {
    for (const { days: each, weekly } of parts) if (includes(each, on as CalendarDate)) sevenths += weekly
    if (sevenths > limit * WEEK) return on as CalendarDate
  }
  return null
}

/**
 * Where somebody placed by an association intermédiaire stands with companies, all together, and where the missions agreed would lead; undefined when no
 * company is in sight, or no limit then. Missions are spread evenly over their days. Source: L5132-9 2°, R5132-18, D5132-18-1.
 * @example companyHoursAhead(law, { placements, planned: [{ first, last, weekly }], waivers: [], on })?.value.passedOn
 */
export function companyHoursAhead(law: Law, facts: Facts): Explained<CompanyHoursAhead, AssignmentStep> | undefined {
  const { placements, planned, waivers } = facts
  const found = windowOf(law, facts)
  if (!found) return undefined
  const { window, used, limit, running } = found
  const parts = partsIn(window, planned)
  const ahead = centiHours(Math.round(parts.reduce((sum, { days, weekly }) => sum + weekly * daysIn(days), 0) / WEEK))
  const passed = dayPassed(used, limit, parts)
  const waiver = passed === null ? undefined : waivers.find((each) => includes(each, passed))
  const unknown = planned.filter(({ weekly, first }) => weekly === null && first <= window.last).length
  const value: CompanyHoursAhead = {
    window,
    used,
    limit,
    left: centiHours(Math.max(0, limit - used)),
    planned: ahead,
    passedOn: waiver ? null : passed,
    unknown,
  }
  const because = (): readonly Step<AssignmentStep>[] => {
    const rule = law.on(window.first).find(companyPlacementLimit)
    const source = rule ? { source: rule.source } : {}
    const others = sumHours(placements.filter(({ client, on }) => client !== 'company' && includes(window, on)).map(({ hours }) => hours))
    return [
      assignmentStep('assignments/window', { ...window, months: rule?.value.months ?? 0, running }, null, source),
      assignmentStep('assignments/company-hours', { hours: used }, used),
      ...(others > 0 ? [assignmentStep('assignments/other-hours', { hours: others }, others)] : []),
      assignmentStep('assignments/limit', { hours: limit }, limit, source),
      ...(planned.length > 0 ? [assignmentStep('assignments/planned', { hours: ahead, missions: planned.length, unknown }, ahead)] : []),
      ...(waiver ? [assignmentStep('assignments/waived', { ...waiver }, true)] : []),
      assignmentStep('assignments/hours-elsewhere', {}, null),
    ]
  }
  return explained('assignments/company-hours-ahead', 1, value, because)
}

/**
 * What is wrong in missions agreed with companies: they would pass the limit. The mission may be agreed all the same: it is for the structure to shorten
 * it, to ask the préfet, or to go on as temporary work.
 * @example aheadAnomalies(law, ahead.value)
 */
export function aheadAnomalies(
  law: Law,
  { window, used, planned, limit, passedOn }: CompanyHoursAhead,
): readonly Anomaly<AssignmentAnomaly>[] {
  if (passedOn === null) return []
  const facts = { on: passedOn, hours: used + planned, most: limit, first: window.first, last: window.last }
  return [anomaly('assignments/company-hours-would-pass', facts, law.on(window.first).find(companyPlacementLimit)?.source)]
}
