import { addDays, addMonths, type CalendarDate } from '@maillage/kernel'

/** What may fall due for somebody one follows, in the order in which two things of one day are read. */
export const DUE_KINDS = [
  'message',
  'appointment',
  'contract-end',
  'right-end',
  'long-suspension',
  'diagnosis-end',
  'proof-end',
  'review-due',
  'no-answer',
  'no-referent',
  'silence',
] as const
export type DueKind = (typeof DUE_KINDS)[number]

/** How far one looks ahead; each shows what is late too. */
export const HORIZONS = ['late', 'today', 'week', 'month', 'quarter'] as const
export type Horizon = (typeof HORIZONS)[number]

/** When something falls, seen from today; `care`: nothing is due, somebody may simply wait to be called. */
export type Moment = Horizon | 'care'

/** Weeks without any act after which the platform suggests to call somebody, when the reader did not say otherwise. */
export const SILENCE_WEEKS = 4
export const SILENCES_OFFERED = [2, 3, 4, 6, 8, 12] as const

/** The last day that each horizon shows. */
export function lastDayOf(horizon: Horizon, today: CalendarDate): CalendarDate {
  if (horizon === 'late') return addDays(today, -1)
  if (horizon === 'today') return today
  if (horizon === 'quarter') return addMonths(today, 3)
  return addDays(today, horizon === 'week' ? 7 : 30)
}

/** Kinds by which nothing is due on a day: somebody may wait for a call, or for somebody to follow them. */
export const CARES: readonly DueKind[] = ['no-referent', 'silence']
export const isCare = (kind: DueKind): boolean => CARES.includes(kind)

/** @example momentOf('contract-end', day('2026-11-28'), day('2026-11-21')) // 'week' */
export function momentOf(kind: DueKind, dueOn: CalendarDate, today: CalendarDate): Moment {
  if (isCare(kind)) return 'care'
  return HORIZONS.find((horizon) => dueOn <= lastDayOf(horizon, today)) ?? 'quarter'
}
