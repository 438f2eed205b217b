import type { CalendarDate, Month, SiaeKind } from '@maillage/kernel'
import { anomaliesOf, refusalsOf } from '../reasons.ts'
import type { ContractType } from './contract.ts'
import type { SheetActor, SheetState, SheetTransitionName } from './month-sheet.ts'

/** What may be wrong in contracts, hours and immersions as they happened: never refused, always listed. Hours are hundredths. */
export type EmploymentAnomalies = {
  'employment/first-contract-too-short': { first: CalendarDate; last: CalendarDate; months: number; earliestEnd: CalendarDate }
  'employment/contracts-too-long-together': { months: number; days: number }
  'employment/assignment-too-long': { months: number; latest: CalendarDate }
  'employment/contract-without-pass': { first: CalendarDate }
  'employment/contract-beyond-pass': { last: CalendarDate; passLast: CalendarDate }
  'employment/contract-unsigned': { first: CalendarDate }
  'employment/term-missing': { type: ContractType }
  'employment/weekly-hours-below-minimum': { least: number }
  'employment/weekly-hours-above-ceiling': { most: number }
  'employment/too-young': { age: number }
  'employment/minor-weekly-hours': { most: number }
  'employment/minor-without-representative': { adultAge: number }
  'employment/minor-daily-hours': { on: CalendarDate; hours: number; most: number }
  'employment/daily-maximum-passed': { on: CalendarDate; hours: number; most: number }
  'employment/weekly-maximum-passed': { hours: number; most: number }
  'employment/weekly-average-passed': { hours: number; most: number }
  'employment/inclusion-contract-too-young': { age: number; on: CalendarDate }
  'employment/inclusion-contract-too-early': { months: number; possibleFrom: CalendarDate }
  'employment/inclusion-contract-after-a-gap': { employedUntil: CalendarDate }
  'employment/inclusion-contracts-too-many': { count: number; centiPosts: number; percent: number }
  'employment/hours-without-contract': { month: Month; hours: number }
  'employment/day-without-contract': { on: CalendarDate; hours: number }
  'employment/month-maximum-passed': { month: Month; hours: number; most: number }
  'employment/hours-outside-pass': { month: Month; hours: number }
  'employment/hours-during-suspension': { month: Month; hours: number }
  'employment/company-hours-passed': { hours: number; most: number; first: CalendarDate; last: CalendarDate }
  'employment/long-placement-without-approval': { on: CalendarDate; hours: number; most: number }
  'employment/immersion-too-long': { months: number; latest: CalendarDate }
  'employment/immersion-renewed-too-often': { most: number }
  'employment/immersions-too-many': { most: number; months: number }
  'employment/immersions-for-one-object': { months: number }
  'employment/immersions-too-long-together': { days: number; most: number; months: number }
  'employment/immersions-beyond-part-of-contract': { days: number; most: number; percent: number }
  'employment/immersion-kind-excluded': { kind: SiaeKind }
}

/** Why an act on a month is refused: an impossible figure, or a passage that its state does not allow. */
export type EmploymentRefusals = {
  'employment/hours-impossible': { hours: number; most: number }
  'employment/hours-of-day-impossible': { on: CalendarDate; hours: number }
  'employment/day-of-another-month': { on: CalendarDate; month: Month }
  'employment/days-do-not-sum': { hours: number; ofDays: number }
  'employment/sheet-not-from-this-state': { transition: SheetTransitionName; state: SheetState }
  'employment/sheet-not-by-this-actor': { transition: SheetTransitionName; actor: SheetActor }
  'employment/sheet-reason-missing': Record<never, never>
  'employment/month-not-begun': { month: Month }
  'employment/month-not-over': { month: Month }
}

export type EmploymentAnomaly = keyof EmploymentAnomalies
export type EmploymentRefusal = keyof EmploymentRefusals

export const anomaly = anomaliesOf<EmploymentAnomalies>()
export const refusal = refusalsOf<EmploymentRefusals>()
