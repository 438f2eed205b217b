import {
  type CalendarDate,
  type CentiHours,
  daysIn,
  daysOf,
  decide,
  includes,
  type Law,
  type Month,
  monthOf,
  type Outcome,
  overlap,
  type Refusal,
  sumHours,
  weekday,
} from '@maillage/kernel'
import { type BirthDate, hasReachedAge } from '../eligibility/index.ts'
import { minorLimits, workingTimeMaxima } from '../parameters/contract-rules.ts'
import { labourCode, labourCodeReported } from '../parameters/texts.ts'
import { type HeldPass, timeline } from '../pass-iae/index.ts'
import type { Anomaly } from '../reasons.ts'
import type { Contract } from './contract.ts'
import { anomaly, type EmploymentAnomaly, type EmploymentRefusal, refusal } from './reason-codes.ts'

export interface DayHours {
  readonly on: CalendarDate
  readonly hours: CentiHours
}

/** Hours of a person in a month, with their days when they are known. */
export interface MonthHours {
  readonly month: Month
  readonly hours: CentiHours
  readonly days?: readonly DayHours[]
}

const HOURS_OF_A_DAY = 2400
const WRITTEN_CONTRACT = labourCodeReported('L1242-12 et L1245-1', 'Contrat écrit ; requalification')

/**
 * Whether hours can exist at all: none below zero, none beyond the hours of the month (744 for 31 days), days inside the month, 24 hours a day, and days
 * that sum to the month. What is possible but not lawful is recorded, and listed by `monthAnomalies`.
 * @example readMonthHours({ month: month('2026-11'), hours: wholeHours(800) }) // refused: employment/hours-impossible
 */
export function readMonthHours(typed: MonthHours): Outcome<MonthHours, EmploymentRefusal> {
  const { month, hours, days } = typed
  const found: Refusal<EmploymentRefusal>[] = []
  const most = daysIn(daysOf(month)) * HOURS_OF_A_DAY
  if (hours < 0 || hours > most) found.push(refusal('employment/hours-impossible', { hours, most }))
  for (const { on, hours: ofDay } of days ?? []) {
    if (monthOf(on) !== month) found.push(refusal('employment/day-of-another-month', { on, month }))
    if (ofDay < 0 || ofDay > HOURS_OF_A_DAY) found.push(refusal('employment/hours-of-day-impossible', { on, hours: ofDay }))
  }
  const ofDays = days && sumHours(days.map((each) => each.hours))
  if (ofDays !== undefined && ofDays !== hours) found.push(refusal('employment/days-do-not-sum', { hours, ofDays }))
  return decide(found, () => typed)
}

/** Monday of the week of a day. */
const mondayOf = (on: CalendarDate) => on - weekday(on) + 1

function aboutContracts({ month, hours, days }: MonthHours, contracts: readonly Contract[]): Anomaly<EmploymentAnomaly>[] {
  const span = daysOf(month)
  if (!contracts.some((each) => overlap(each, span)))
    return [anomaly('employment/hours-without-contract', { month, hours }, WRITTEN_CONTRACT)]
  return (days ?? [])
    .filter((each) => each.hours > 0 && !contracts.some((contract) => includes(contract, each.on)))
    .map(({ on, hours: ofDay }) => anomaly('employment/day-without-contract', { on, hours: ofDay }, WRITTEN_CONTRACT))
}

function aboutPass(law: Law, { month, hours }: MonthHours, held: HeldPass | null): Anomaly<EmploymentAnomaly>[] {
  const span = daysOf(month)
  const lived = held ? timeline(law, held.pass, held.acts).filter((each) => overlap(each, span)) : []
  if (lived.length === 0) return [anomaly('employment/hours-outside-pass', { month, hours }, labourCode('L5132-3', 'Parcours d’insertion'))]
  return lived.every((each) => each.state === 'suspended')
    ? [anomaly('employment/hours-during-suspension', { month, hours }, labourCode('R5132-1-3', 'Suspension de la prescription'))]
    : []
}

function aboutDays(law: Law, { days = [] }: MonthHours, birth: BirthDate | undefined): Anomaly<EmploymentAnomaly>[] {
  const found: Anomaly<EmploymentAnomaly>[] = []
  const weeks = new Map<number, number>()
  for (const { on, hours } of days) {
    const [maxima, minors] = [law.on(on).find(workingTimeMaxima), law.on(on).find(minorLimits)]
    const minor = minors !== undefined && hasReachedAge(birth, minors.value.adultAge, on) === false
    const week = (weeks.get(mondayOf(on)) ?? 0) + hours
    weeks.set(mondayOf(on), week)
    if (minor && hours > minors.value.daily)
      found.push(anomaly('employment/minor-daily-hours', { on, hours, most: minors.value.daily }, minors.source))
    if (!minor && maxima && hours > maxima.value.daily)
      found.push(anomaly('employment/daily-maximum-passed', { on, hours, most: maxima.value.daily }, maxima.source))
    // Said once a week, on the day that passes the limit.
    if (minor && week > minors.value.weekly && week - hours <= minors.value.weekly)
      found.push(anomaly('employment/minor-weekly-hours', { most: minors.value.weekly }, minors.source))
    if (!minor && maxima && week > maxima.value.weekly && week - hours <= maxima.value.weekly)
      found.push(anomaly('employment/weekly-maximum-passed', { hours: week, most: maxima.value.weekly }, maxima.source))
  }
  return found
}

/**
 * What is wrong in the hours of a month as they were worked: without a contract (they are kept, and not paid until it is settled), outside the PASS or while
 * it is suspended, beyond the limits of a day or a week when days are known.
 * @example monthAnomalies(law, { worked, contracts: [], held }) // [{ code: 'employment/hours-without-contract', … }]
 */
export function monthAnomalies(
  law: Law,
  facts: {
    readonly worked: MonthHours
    readonly contracts: readonly Contract[]
    readonly held: HeldPass | null
    readonly birth?: BirthDate
  },
): Anomaly<EmploymentAnomaly>[] {
  const { worked, contracts, held, birth } = facts
  if (worked.hours === 0) return []
  return [...aboutContracts(worked, contracts), ...aboutPass(law, worked, held), ...aboutDays(law, worked, birth)]
}
