import type { Brand } from '../brand.ts'
import { invariant } from '../invariant.ts'

/** A day of the civil calendar, as the number of days since 1970-01-01. No hour, no time zone. Compared with `<`, subtracted with `-`. */
export type CalendarDate = Brand<number, 'CalendarDate'>

/** Year, month (1–12) and day (1–31) of a date. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAYS_BEFORE_1970 = 719_468
const DAYS_IN_ERA = 146_097
/** 1800-01-01 and 2999-12-31: what is outside is a slip of the keyboard, never a date of the platform. */
const EARLIEST = -62_091
const LATEST = 376_199

/**
 * The day of a year, month and day, or undefined when the calendar has no such day (31 February).
 * Integer arithmetic on 400-year eras whose years begin in March; compared with Temporal for every day of 1990–2100.
 * @example dateOf({ year: 2024, month: 2, day: 30 }) // undefined
 */
export function dateOf({ year, month, day }: DateParts): CalendarDate | undefined {
  if (![year, month, day].every(Number.isInteger) || year < 1800 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31)
    return undefined
  const fromMarch = month > 2 ? year : year - 1
  const era = Math.floor(fromMarch / 400)
  const yearOfEra = fromMarch - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  const date = (era * DAYS_IN_ERA + dayOfEra - DAYS_BEFORE_1970) as CalendarDate
  return partsOf(date).day === day ? date : undefined
}

/** Year, month and day of a date. @example partsOf(day('2026-11-21')) // { year: 2026, month: 11, day: 21 } */
export function partsOf(date: CalendarDate): DateParts {
  const shifted = date + DAYS_BEFORE_1970
  const era = Math.floor(shifted / DAYS_IN_ERA)
  const dayOfEra = shifted - era * DAYS_IN_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / (DAYS_IN_ERA - 1))) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 }
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads `2026-11-21`; undefined when it is not a day of the calendar. */
export function parseDate(iso: string): CalendarDate | undefined {
  const match = ISO.exec(iso)
  if (!match) return undefined
  return dateOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}

/** A date written in code, a test or a database row: anything else than a real day is a bug. @example day('2026-11-21') */
export function day(iso: string): CalendarDate {
  const date = parseDate(iso)
  invariant(date !== undefined, `"${iso}" is a day of the calendar`)
  return date
}

/** `2026-11-21`, the form used by the database, the API and the URL. */
export function isoDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** @example addDays(day('2024-02-28'), 2) // 2024-03-01 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = date + days
  invariant(Number.isSafeInteger(days) && moved >= EARLIEST && moved <= LATEST, 'a day moved by whole days stays between 1800 and 2999')
  return moved as CalendarDate
}

function later(date: CalendarDate, duration: Temporal.DurationLike): CalendarDate {
  const next = Temporal.PlainDate.from(partsOf(date)).add(duration, { overflow: 'constrain' })
  const result = dateOf(next)
  invariant(result !== undefined, 'a moved date is a date')
  return result
}

/** Same day `months` later; the last day of the month when that day does not exist (31 January + 1 month = 28 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return later(date, { months })
}

/** Same day `years` later; 29 February becomes 28 February in a common year. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return later(date, { years })
}

/**
 * Full years between two days, as the law counts an age: someone born on 29 February 2000 is 18 on 28 February 2018 by `addYears`.
 * Negative spans give 0.
 * @example fullYears(day('2000-05-10'), day('2026-05-09')) // 25
 */
export function fullYears(from: CalendarDate, to: CalendarDate): number {
  if (to <= from) return 0
  const guess = partsOf(to).year - partsOf(from).year
  return addYears(from, guess) <= to ? guess : guess - 1
}

/** ISO day of the week, Monday 1 to Sunday 7. */
export function weekday(date: CalendarDate): number {
  return ((((date + 3) % 7) + 7) % 7) + 1
}
