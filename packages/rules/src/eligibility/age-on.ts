import { type CalendarDate, dateOf, fullYears } from '@maillage/kernel'

/** A birth date as it is known: many people's papers give the year only, or month 00. */
export interface BirthDate {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

export interface AgeRange {
  readonly atLeast: number
  readonly atMost: number
}

function bounds({ year, month, day }: BirthDate): { earliest: CalendarDate | undefined; latest: CalendarDate | undefined } {
  const nextMonth = month === undefined || month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
  if (month !== undefined && day !== undefined) {
    const born = dateOf({ year, month, day })
    return { earliest: born, latest: born }
  }
  const next = dateOf({ ...nextMonth, day: 1 })
  return {
    earliest: dateOf({ year, month: month ?? 1, day: 1 }),
    latest: next === undefined ? undefined : ((next - 1) as CalendarDate),
  }
}

/**
 * The ages a person may have on a day, given how precisely the birth is known; undefined when the birth date is not a day of the calendar.
 * @example ageOn({ year: 2000 }, day('2026-06-01')) // { atLeast: 25, atMost: 26 }
 */
export function ageOn(birth: BirthDate, on: CalendarDate): AgeRange | undefined {
  const { earliest, latest } = bounds(birth)
  if (earliest === undefined || latest === undefined) return undefined
  return { atLeast: fullYears(latest, on), atMost: fullYears(earliest, on) }
}

/** Whether the person has reached an age on a day: `unknown` when the birth date is missing or not precise enough. */
export function hasReachedAge(birth: BirthDate | undefined, age: number, on: CalendarDate): boolean | 'unknown' {
  const range = birth && ageOn(birth, on)
  if (!range) return 'unknown'
  if (range.atLeast >= age) return true
  return range.atMost < age ? false : 'unknown'
}
