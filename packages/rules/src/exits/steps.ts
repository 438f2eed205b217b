import type { CalendarDate, SiaeKind } from '@maillage/kernel'
import type { ExitClass } from '../parameters/exit-rules.ts'
import { stepsOf } from '../reasons.ts'
import type { ExitReason } from './exit-reason.ts'

/** Why an exit is not counted. */
export type NotCounted = 'withdrawn-by-its-reason' | 'presence-too-short' | 'hours-too-few' | 'internal-move'

/** Every step of an explanation of this slice, with what its sentence quotes. Hours are hundredths. */
export type ExitSteps = {
  'exits/reason': { reason: ExitReason; class: ExitClass | 'by-length' | 'not-counted' }
  'exits/length': { length: 'shorter' | 'exactly' | 'longer'; months: number; class: ExitClass }
  'exits/presence': { kind: SiaeKind; months: number; until: CalendarDate; enough: boolean }
  'exits/hours': { kind: SiaeKind; hours: number; least: number; enough: boolean }
  'exits/inside-iae': { reason: ExitReason }
  'exits/counted': { counted: boolean; why: NotCounted | null }
}

export const exitStep = stepsOf<ExitSteps>()
