import { addDays, addMonths, daysIn, type Law, type Period, type SiaeKind } from '@maillage/kernel'
import { immersionRule } from '../parameters/immersion-rules.ts'
import type { Anomaly } from '../reasons.ts'
import { anomaly, type EmploymentAnomalies, type EmploymentAnomaly } from './reason-codes.ts'

/** A period of immersion (PMSMP). `host` is an opaque label of the host company. */
export interface Immersion extends Period {
  readonly host: string
  readonly object: 'discover-a-trade' | 'confirm-a-project' | 'begin-a-recruitment'
  /** Renews the one before it, when its object was not reached. */
  readonly renewal: boolean
}

/**
 * What is wrong in an immersion as it took place: longer than a month date to date, renewed more than once, more than two periods or 60 days with one host in
 * twelve months, two for one object, more than a quarter of the contract, prescribed by a kind that may not.
 * Source: L5135-1 and following, known through comments.
 * @example immersionAnomalies(law, { immersion, others, kind: 'ACI', contract: null })
 */
export function immersionAnomalies(
  law: Law,
  facts: {
    readonly immersion: Immersion
    /** Other immersions of the same person. */
    readonly others: readonly Immersion[]
    /** Of the structure that prescribes it; null when another body does (France Travail, mission locale, Cap emploi). */
    readonly kind: SiaeKind | null
    /** The contract during which it took place, when it has an end. */
    readonly contract: Period | null
  },
): Anomaly<EmploymentAnomaly>[] {
  const { immersion, others, kind, contract } = facts
  const rule = law.on(immersion.first).find(immersionRule)
  if (!rule) return []
  const { months, renewals, periods, days: most, withinMonths, percentOfContract, prescribers } = rule.value
  const found: Anomaly<EmploymentAnomaly>[] = []
  const say = <Code extends EmploymentAnomaly>(code: Code, details: EmploymentAnomalies[Code]) =>
    found.push(anomaly(code, details, rule.source))
  if (kind !== null && !prescribers.includes(kind)) say('employment/immersion-kind-excluded', { kind })
  const latest = addDays(addMonths(immersion.first, months), -1)
  if (immersion.last > latest) say('employment/immersion-too-long', { months, latest })

  const since = addDays(addMonths(immersion.last, -withinMonths), 1)
  const sameHost = [
    ...others.filter((each) => each.host === immersion.host && each.last >= since && each.first <= immersion.last),
    immersion,
  ]
  if (sameHost.filter((each) => each.renewal).length > renewals) say('employment/immersion-renewed-too-often', { most: renewals })
  const opened = sameHost.filter((each) => !each.renewal)
  if (opened.length > periods) say('employment/immersions-too-many', { most: periods, months: withinMonths })
  if (!immersion.renewal && opened.filter((each) => each.object === immersion.object).length > 1)
    say('employment/immersions-for-one-object', { months: withinMonths })
  const days = sameHost.reduce((sum, each) => sum + daysIn(each), 0)
  if (days > most) say('employment/immersions-too-long-together', { days, most, months: withinMonths })

  if (contract) {
    const inside = [...others, immersion].filter((each) => each.first <= contract.last && each.last >= contract.first)
    const spent = inside.reduce((sum, each) => sum + daysIn(each), 0)
    const part = Math.floor((daysIn(contract) * percentOfContract) / 100)
    if (spent > part) say('employment/immersions-beyond-part-of-contract', { days: spent, most: part, percent: percentOfContract })
  }
  return found
}
