import { invariant } from '../invariant.ts'
import type { CalendarDate } from './calendar-date.ts'

/** Days from `first` to `last`, both included. */
export interface Period {
  readonly first: CalendarDate
  readonly last: CalendarDate
}

/** A period that may have no end yet. */
export interface OpenPeriod {
  readonly first: CalendarDate
  readonly last: CalendarDate | null
}

/** @example period(day('2026-01-01'), day('2026-12-31')) */
export function period(first: CalendarDate, last: CalendarDate): Period {
  invariant(first <= last, 'a period ends on or after the day it begins')
  return { first, last }
}

/** Number of days, both ends counted. @example daysIn({ first: d, last: d }) // 1 */
export function daysIn({ first, last }: Period): number {
  return last - first + 1
}

/** Whether a day belongs to a period, ends included. */
export function includes({ first, last }: OpenPeriod, date: CalendarDate): boolean {
  return first <= date && (last === null || date <= last)
}

/** Whether two periods share at least one day. */
export function overlap(a: OpenPeriod, b: OpenPeriod): boolean {
  return (b.last === null || a.first <= b.last) && (a.last === null || b.first <= a.last)
}

/** The days that two periods share, or undefined. */
export function intersection(a: Period, b: Period): Period | undefined {
  return overlap(a, b) ? { first: a.first > b.first ? a.first : b.first, last: a.last < b.last ? a.last : b.last } : undefined
}
