import { type CalendarDate, type DateParts, dateOf, normalised, parseDate } from '@maillage/kernel'
import { quoted, type Read } from './read-cell.ts'

const MONTHS = ['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov', 'dec'] as const
/** Day 0 of spreadsheets, once their missing 29 February 1900 is counted. */
const SERIAL_ZERO = parseDate('1899-12-30') as CalendarDate
/** From 1909 to 2064: below and above, five figures are a postcode or a matricule. */
const [SERIAL_FIRST, SERIAL_LAST] = [3_500, 60_500]
/** « 68 » is 1968 and « 26 » is 2026: nobody is employed before fourteen, nor signs a contract twenty years ahead. */
const CENTURY_TURN = 40

/** The rank of a month written in letters, whole or cut; undefined when it is none. */
export function monthNamed(word: string): number | undefined {
  const key = normalised(word)
  const at = MONTHS.findIndex((each) => key.startsWith(each))
  return at < 0 || key.length < 3 ? undefined : at + 1
}

/** A year of two or four figures. */
export function fullYear(typed: string): number {
  const year = Number(typed)
  return typed.length > 2 ? year : year + (year < CENTURY_TURN ? 2000 : 1900)
}

/** Day, month and year as a payroll file writes them, before anybody asks whether that day exists. */
function partsIn(typed: string): DateParts | undefined {
  const bare = typed.trim().replace(/[T\s]+\d{1,2}[:h]\d{2}(?::\d{2})?(?:\.\d+)?Z?$/i, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const french = /^(\d{1,2})[\s/.-](\d{1,2})[\s/.-](\d{4}|\d{2})$/.exec(bare)
  if (french) return { year: fullYear(french[3] ?? ''), month: Number(french[2]), day: Number(french[1]) }
  const named = /^(\d{1,2})(?:er)?[\s-]([\p{L}.]+)[\s-](\d{4}|\d{2})$/iu.exec(bare)
  const month = named && monthNamed(named[2] ?? '')
  if (named && month) return { year: fullYear(named[3] ?? ''), month, day: Number(named[1]) }
  // « 03051990 », as the DSN writes it.
  const compact = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(bare)
  return compact ? { year: Number(compact[3]), month: Number(compact[2]), day: Number(compact[1]) } : undefined
}

const serial = (typed: string): CalendarDate | undefined => {
  const days = /^\d{4,5}(?:[.,]0+)?$/.test(typed.trim()) ? Number.parseInt(typed, 10) : 0
  return days >= SERIAL_FIRST && days <= SERIAL_LAST ? ((SERIAL_ZERO + days) as CalendarDate) : undefined
}

const EXAMPLE = 'écrivez jour/mois/année, par exemple 05/01/2026'

/**
 * A day as a payroll file writes it: 05/01/2026, 5-1-26, 2026-01-05, 5 janvier 2026, 05012026, or the number that a spreadsheet keeps behind a date.
 * @example readDate('31/02/2026') // { why: '« 31/02/2026 » n’existe pas : …' }
 */
export function readDate(typed: string): Read<CalendarDate> {
  const parts = partsIn(typed)
  const found = parts ? dateOf(parts) : serial(typed)
  if (found !== undefined) return { value: found }
  return { why: parts ? `${quoted(typed)} n’existe pas : ${EXAMPLE}` : `${quoted(typed)} n’est pas une date : ${EXAMPLE}` }
}

/** A birth with what is known of it: « 00/00/1968 » and « 1968 » are a year, « 00/05/1968 » is a month. */
export function readBirth(typed: string): Read<{ readonly date: CalendarDate; readonly precision: 'day' | 'month' | 'year' }> {
  const bare = typed.trim()
  const year = /^(?:00[\s/.-]?00[\s/.-]?)?((?:19|20)\d{2})$/.exec(bare)
  const month = /^00[\s/.-]?(\d{1,2})[\s/.-]?((?:19|20)\d{2})$/.exec(bare) ?? /^(\d{1,2})[/.-]((?:19|20)\d{2})$/.exec(bare)
  if (year) return known({ year: Number(year[1]), month: 1, day: 1 }, 'year')
  if (month) return known({ year: Number(month[2]), month: Number(month[1]), day: 1 }, 'month', bare)
  const read = readDate(typed)
  return 'why' in read ? read : { value: { date: read.value, precision: 'day' } }
}

function known(parts: DateParts, precision: 'month' | 'year', typed = ''): ReturnType<typeof readBirth> {
  const date = dateOf(parts)
  return date === undefined ? { why: `${quoted(typed)} n’existe pas : ${EXAMPLE}` } : { value: { date, precision } }
}
