import { addDays, type CalendarDate, dateOf, invariant, partsOf, weekday } from '@maillage/kernel'

const SUNDAY = 7
/** The feasts that have a day of their own (L3133-1): month, day. */
const FIXED = [
  [1, 1],
  [5, 1],
  [5, 8],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
] as const
/** Those that follow Easter: Monday, Ascension, Whit Monday. */
const AFTER_EASTER = [1, 39, 50] as const

function dayOf(year: number, month: number, day: number): CalendarDate {
  const found = dateOf({ year, month, day })
  invariant(found !== undefined, 'this day exists every year')
  return found
}

/** Easter Sunday of a year, in the Gregorian calendar (Meeus). */
function easter(year: number): CalendarDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leap = Math.floor(century / 4)
  const moon = (19 * golden + century - leap - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30
  const week = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * week) / 451)
  const counted = moon + week - 7 * late + 114
  return dayOf(year, Math.floor(counted / 31), (counted % 31) + 1)
}

/** The eleven public holidays of a year (L3133-1); those of Alsace, Moselle and overseas are not counted. */
export function publicHolidays(year: number): readonly CalendarDate[] {
  const sunday = easter(year)
  return [...FIXED.map(([month, day]) => dayOf(year, month, day)), ...AFTER_EASTER.map((days) => addDays(sunday, days))].toSorted(
    (a, b) => a - b,
  )
}

/** Whether a day is « ouvrable »: neither a Sunday nor a public holiday; a Saturday is one. */
export const isWorkingDay = (on: CalendarDate): boolean => weekday(on) !== SUNDAY && !publicHolidays(partsOf(on).year).includes(on)

/** The last of so many working days after a day. @example workingDaysAfter(day('2026-11-20'), 2) // Monday 23: Saturday counts, Sunday does not */
export function workingDaysAfter(on: CalendarDate, count: number): CalendarDate {
  let [found, left] = [on, count]
  while (left > 0) {
    found = addDays(found, 1)
    if (isWorkingDay(found)) left -= 1
  }
  return found
}
