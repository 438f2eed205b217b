import type { CalendarDate } from '@maillage/kernel'
import { anomaliesOf, stepsOf } from '../reasons.ts'

/** Every step of an explanation of this slice, with what its sentence quotes. Hours are hundredths. */
export type AssignmentSteps = {
  'assignments/window': { first: CalendarDate; last: CalendarDate; months: number; running: boolean }
  'assignments/company-hours': { hours: number }
  'assignments/other-hours': { hours: number }
  'assignments/limit': { hours: number }
  'assignments/planned': { hours: number; missions: number; unknown: number }
  'assignments/waived': { first: CalendarDate; last: CalendarDate }
  'assignments/hours-elsewhere': Record<never, never>
}
export type AssignmentStep = keyof AssignmentSteps
export const assignmentStep = stepsOf<AssignmentSteps>()

/** What is wrong in a mission as it was agreed: never refused, always listed. Hours are hundredths. */
export type AssignmentAnomalies = {
  'assignments/company-hours-would-pass': { on: CalendarDate; hours: number; most: number; first: CalendarDate; last: CalendarDate }
}
export type AssignmentAnomaly = keyof AssignmentAnomalies
export const anomaly = anomaliesOf<AssignmentAnomalies>()
