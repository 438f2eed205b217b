import { addDays, addMonths, type CalendarDate, type CentiHours, centiHours, type Law, type Period, period } from '@maillage/kernel'
import { companyPlacementLimit, longPlacementHours } from '../parameters/placement-limits.ts'
import type { Anomaly } from '../reasons.ts'
import { anomaly, type EmploymentAnomaly } from './reason-codes.ts'

/** Who receives somebody placed by an AI. Only companies (L2212-1) are limited. */
export type PlacementClient = 'company' | 'private-person' | 'non-profit' | 'public-body'

/** Hours of somebody placed with a client, by day or by piece of placement. */
export interface Placement {
  readonly on: CalendarDate
  readonly hours: CentiHours
  readonly client: PlacementClient
}

/** Hours used and left with companies, in the months counted from the first placement. */
export interface CompanyHours {
  readonly window: Period
  readonly used: CentiHours
  readonly limit: CentiHours
  /** Never below zero; what is beyond is an anomaly. */
  readonly left: CentiHours
}

/**
 * Hours of placement with companies used up on a day, all companies together; undefined when there was none before it, or no limit then.
 * The window begins with the first placement and lasts 24 months; the first placement after it opens another (the text does not say what follows).
 * Source: L5132-9 2°, R5132-18.
 * @example companyHours(law, placements, day('2026-05-01'))?.left
 */
export function companyHours(law: Law, placements: readonly Placement[], on: CalendarDate): CompanyHours | undefined {
  const ordered = placements.filter((each) => each.client === 'company' && each.on <= on).toSorted((a, b) => a.on - b.on)
  let found: { window: Period; used: number; limit: CentiHours } | undefined
  for (const each of ordered) {
    if (!found || each.on > found.window.last) {
      const rule = law.on(each.on).find(companyPlacementLimit)
      if (!rule) continue
      found = { window: period(each.on, addDays(addMonths(each.on, rule.value.months), -1)), used: 0, limit: rule.value.hours }
    }
    found.used += each.hours
  }
  if (!found || found.window.last < on) return undefined
  const { window, used, limit } = found
  return { window, used: centiHours(used), limit, left: centiHours(Math.max(0, limit - used)) }
}

/**
 * What is wrong in placements with companies on a day: more than 480 hours, unless the préfet waived the limit (D5132-18-1); before 16 December 2020 a placement
 * of more than 16 hours for somebody without approval.
 * @example companyPlacementAnomalies(law, { placements, on })
 */
export function companyPlacementAnomalies(
  law: Law,
  facts: {
    readonly placements: readonly Placement[]
    readonly on: CalendarDate
    readonly waiver?: Period
    readonly approved?: boolean
  },
): Anomaly<EmploymentAnomaly>[] {
  const { placements, on, waiver, approved = true } = facts
  const found: Anomaly<EmploymentAnomaly>[] = []
  const company = companyHours(law, placements, on)
  const waived = waiver !== undefined && waiver.first <= on && on <= waiver.last
  if (company && !waived && company.used > company.limit)
    found.push(
      anomaly(
        'employment/company-hours-passed',
        { hours: company.used, most: company.limit, first: company.window.first, last: company.window.last },
        law.on(company.window.first).find(companyPlacementLimit)?.source,
      ),
    )
  for (const each of placements) {
    const long = each.client === 'company' && each.on <= on && !approved ? law.on(each.on).find(longPlacementHours) : undefined
    if (long && each.hours > long.value)
      found.push(anomaly('employment/long-placement-without-approval', { on: each.on, hours: each.hours, most: long.value }, long.source))
  }
  return found
}
