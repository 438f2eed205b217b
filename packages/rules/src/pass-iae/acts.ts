import type { CalendarDate } from '@maillage/kernel'
import type { ProlongationReason } from './prolongation-reason.ts'
import type { SuspensionReason } from './suspension-reason.ts'

/** A right as it was issued. What happened to it since are acts. */
export interface Pass {
  readonly first: CalendarDate
}

/** The start moved, later or earlier, before the right had begun. The last one stands. */
export interface StartMoved {
  readonly kind: 'start-moved'
  readonly first: CalendarDate
  readonly decidedOn: CalendarDate
}

/** `last` null: no end declared yet; the longest that is allowed is counted meanwhile. */
export interface Suspension {
  readonly kind: 'suspension'
  readonly first: CalendarDate
  readonly last: CalendarDate | null
  readonly reason: SuspensionReason
}

/** Days added after the right's last day, dated as they were when granted. `last` null: an open-ended contract. */
export interface Prolongation {
  readonly kind: 'prolongation'
  readonly first: CalendarDate
  readonly last: CalendarDate | null
  readonly reason: ProlongationReason
}

/** The right ends on `last`, earlier than it would have. A right that never began is cancelled, not closed. */
export interface Closure {
  readonly kind: 'closure'
  readonly last: CalendarDate
  readonly reason: 'after-long-suspension' | 'at-the-request-of-the-person' | 'by-decision-of-the-authority'
}

export type PassAct = StartMoved | Suspension | Prolongation | Closure

/** A right with what happened to it. */
export interface HeldPass {
  readonly pass: Pass
  readonly acts: readonly PassAct[]
}
