import type { Brand } from '../brand.ts'
import { invariant } from '../invariant.ts'
import { type CalendarDate, dateOf, partsOf } from './calendar-date.ts'
import type { Period } from './period.ts'

/** A calendar month, as the number of months since January of year 0. Compared with `<`, subtracted with `-`. */
export type Month = Brand<number, 'Month'>

const EARLIEST = 1800 * 12
const LATEST = 2999 * 12 + 11

/** @example monthOf(day('2026-11-21')) // November 2026 */
export function monthOf(date: CalendarDate): Month {
  const { year, month } = partsOf(date)
  return (year * 12 + month - 1) as Month
}

/** Reads `2026-11`; undefined when it is not a month. */
export function parseMonth(iso: string): Month | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(iso)
  const [year, month] = [Number(match?.[1]), Number(match?.[2])]
  return match && year >= 1800 && year <= 2999 && month >= 1 && month <= 12 ? ((year * 12 + month - 1) as Month) : undefined
}

/** A month written in code or in a row: anything else is a bug. @example month('2026-11') */
export function month(iso: string): Month {
  const found = parseMonth(iso)
  invariant(found !== undefined, `"${iso}" is a month`)
  return found
}

/** `2026-11` */
export function isoMonth(of: Month): string {
  return `${Math.floor(of / 12)}-${String((of % 12) + 1).padStart(2, '0')}`
}

/** @example monthsLater(month('2026-11'), 2) // January 2027 */
export function monthsLater(of: Month, count: number): Month {
  const moved = of + count
  invariant(
    Number.isSafeInteger(count) && moved >= EARLIEST && moved <= LATEST,
    'a month moved by whole months stays between 1800 and 2999',
  )
  return moved as Month
}

/** First to last day of the month. */
export function daysOf(of: Month): Period {
  const numbered = (day: number) => dateOf({ year: Math.floor(of / 12), month: (of % 12) + 1, day })
  const first = numbered(1)
  const last = numbered(31) ?? numbered(30) ?? numbered(29) ?? numbered(28)
  invariant(first !== undefined && last !== undefined, 'a month has a first and a last day')
  return { first, last }
}
