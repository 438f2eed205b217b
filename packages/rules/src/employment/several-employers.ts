import { type CalendarDate, type CentiHours, includes, type Law } from '@maillage/kernel'
import type { BirthDate } from '../eligibility/index.ts'
import type { Anomaly } from '../reasons.ts'
import { cumulatedHoursAnomalies } from './cumulated-hours.ts'
import type { EmploymentAnomaly } from './reason-codes.ts'

/** A contract of the person, with any employer; `last` null: no end agreed. Hours nobody typed count for nothing. */
export interface HeldContract {
  readonly id: string
  readonly first: CalendarDate
  readonly last: CalendarDate | null
  readonly weekly: CentiHours | null
}

/** What one employer must be told: nothing of the others but the sum. */
export interface ContractWarning {
  readonly contractId: string
  /** The first day on which the sum passes. */
  readonly since: CalendarDate
  readonly anomaly: Anomaly<EmploymentAnomaly>
}

/**
 * Which contracts, all employers together, pass the maxima of working time, from which day: a warning to each of those that run on that day.
 * The sum only grows on the first day of a contract, so that those days are looked at. Sources: those of `cumulatedHoursAnomalies`.
 * @example severalEmployersWarnings(law, { contracts: [of(20), of(30)] }) // two warnings, employment/weekly-maximum-passed
 */
export function severalEmployersWarnings(
  law: Law,
  { contracts, birth }: { readonly contracts: readonly HeldContract[]; readonly birth?: BirthDate },
): readonly ContractWarning[] {
  const days = [...new Set(contracts.map(({ first }) => first))].toSorted((a, b) => a - b)
  const found = days.flatMap((on) => {
    const running = contracts.filter((each) => includes(each, on))
    const weekly = running.flatMap((each) => (each.weekly === null ? [] : [each.weekly]))
    const anomalies = cumulatedHoursAnomalies(law, { on, weekly, ...(birth ? { birth } : {}) })
    return running.flatMap(({ id }) => anomalies.map((anomaly): ContractWarning => ({ contractId: id, since: on, anomaly })))
  })
  // Each contract is warned once of each rule, from the day it began to be passed.
  return found.filter(
    (each, index) =>
      found.findIndex(({ contractId, anomaly }) => contractId === each.contractId && anomaly.code === each.anomaly.code) === index,
  )
}
