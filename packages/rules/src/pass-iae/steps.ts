import type { CalendarDate } from '@maillage/kernel'
import { stepsOf } from '../reasons.ts'
import type { Closure } from './acts.ts'
import type { ProlongationReason } from './prolongation-reason.ts'
import type { SuspensionReason } from './suspension-reason.ts'

/** Every step of an explanation of this slice, with what its sentence quotes. */
export type PassSteps = {
  'pass-iae/issued': { first: CalendarDate; days: number }
  'pass-iae/start-moved': { from: CalendarDate; to: CalendarDate }
  'pass-iae/suspended': { first: CalendarDate; last: CalendarDate; days: number; reason: SuspensionReason }
  'pass-iae/prolonged': { days: number; reason: ProlongationReason }
  'pass-iae/closed': { last: CalendarDate; reason: Closure['reason'] }
  'pass-iae/tool-date': { ours: CalendarDate; tool: CalendarDate; days: number }
  'pass-iae/waiting-from-end': { end: CalendarDate; until: CalendarDate }
  'pass-iae/waiting-from-suspension': { suspended: CalendarDate; until: CalendarDate }
}

export const passStep = stepsOf<PassSteps>()
