import { type CalendarDate, type Month, monthOf } from '@maillage/kernel'
import type { SentApplication } from '../queries/sent-applications.ts'
import type { CellValue } from './cell-value.ts'

export const OUTCOMES = ['in-time', 'late', 'unanswered', 'not-due', 'withdrawn'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What became of an application, looked at on a day: an application that is not due yet is neither a success nor a failure. */
export function outcomeOf({ answeredOn, withdrawnOn, promisedOn }: SentApplication, today: CalendarDate): Outcome {
  if (answeredOn !== null) return answeredOn <= promisedOn ? 'in-time' : 'late'
  if (withdrawnOn !== null) return 'withdrawn'
  return promisedOn < today ? 'unanswered' : 'not-due'
}

/** The applications of each month of sending, by what became of them. Nothing in a month without any. */
export function applicationCells(months: readonly Month[], sent: readonly SentApplication[], today: CalendarDate): readonly CellValue[] {
  return months.flatMap((month) => {
    const ofMonth = sent.filter(({ sentOn }) => monthOf(sentOn) === month).map((each) => outcomeOf(each, today))
    if (ofMonth.length === 0) return []
    return OUTCOMES.map((outcome) => {
      const count = ofMonth.filter((each) => each === outcome).length
      return {
        indicator: 'applications' as const,
        month,
        dimension: outcome,
        state: 'known' as const,
        numerator: count,
        denominator: null,
        people: count,
      }
    })
  })
}
