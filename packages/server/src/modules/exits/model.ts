import { addMonths, type CalendarDate, type OpenPeriod } from '@maillage/kernel'
import type { Exit, RecordedExitReason } from '@maillage/rules/exits'

/** An exit that stands, with what classes it. The reason is `withheld` when it is not for the reader; hours are null when a month lacks. */
export interface StayExit extends Exit {
  readonly id: string
  readonly stayId: string
  readonly personId: string
  readonly organisationId: string
  readonly siaeId: string
  readonly version: number
}

/** What is written of an exit, once and again. */
export interface ExitFacts {
  readonly exitOn: CalendarDate
  /** Days of the contract or assignment found; null: not known. */
  readonly found: OpenPeriod | null
  /** Null: the one already written is kept. */
  readonly reason: RecordedExitReason | null
}

/** The last day for which an exit is recorded in advance: beyond, the contract may still be renewed. */
export const latestExit = (today: CalendarDate): CalendarDate => addMonths(today, 1)
