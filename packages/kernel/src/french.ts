import { type CalendarDate, partsOf, weekday } from './calendar/calendar-date.ts'
import type { Month } from './calendar/month.ts'
import type { CentiHours } from './hours.ts'
import { invariant } from './invariant.ts'
import type { Cents } from './money.ts'

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const
const NBSP = '\u00a0'
const NARROW = '\u202f'

const firstOf = (day: number) => (day === 1 ? '1er' : String(day))

/** `21 novembre 2026`, `1er mars 2026` */
export function frenchDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  return `${firstOf(day)}${NBSP}${MONTHS[month - 1]} ${year}`
}

/** `samedi 21 novembre 2026` */
export function frenchLongDate(date: CalendarDate): string {
  return `${WEEKDAYS[weekday(date) - 1]} ${frenchDate(date)}`
}

/** `21/11/2026`, for tables */
export function frenchShortDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
}

/** `novembre 2026` */
export function frenchMonth(of: Month): string {
  return `${MONTHS[of % 12]} ${Math.floor(of / 12)}`
}

/** A number in figures of ours from the digits of its absolute value: narrow no-break space for thousands, comma for decimals. */
function inFrench(digits: string, negative: boolean): string {
  const [whole = '', fraction] = digits.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NARROW)
  const sign = negative && /[1-9]/.test(digits) ? '−' : ''
  return `${sign}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** Rounds on the decimal digits that a number shows, half away from zero: 1.005 gives 1.01, where `toFixed` gives 1.00. */
const rounder = (style: 'decimal' | 'percent', least: number, most: number) =>
  new Intl.NumberFormat('en', { style, useGrouping: false, minimumFractionDigits: least, maximumFractionDigits: most })

const rounders = new Map<string, Intl.NumberFormat>()

function digitsOf(value: number, style: 'decimal' | 'percent', least: number, most: number): string {
  invariant(Number.isFinite(value), 'a number that is shown is finite')
  const key = `${style} ${least} ${most}`
  const known = rounders.get(key) ?? rounder(style, least, most)
  rounders.set(key, known)
  return known.format(Math.abs(value)).replace('%', '')
}

/** `12 345,6`: rounded half away from zero. */
export function frenchNumber(value: number, decimals = 0): string {
  return inFrench(digitsOf(value, 'decimal', decimals, decimals), value < 0)
}

/** An integer number of hundredths, exact whatever its size: `1 234,50`. */
function frenchHundredths(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0')
  return inFrench(`${digits.slice(0, -2)}.${digits.slice(-2)}`, value < 0)
}

/** `1 234,50 €` */
export function frenchMoney(amount: Cents): string {
  return `${frenchHundredths(amount)}${NBSP}€`
}

/** `151,67 h` */
export function frenchHours(hours: CentiHours): string {
  return `${frenchHundredths(hours)}${NBSP}h`
}

/** `42,5 %`; takes a ratio, usually between 0 and 1. */
export function frenchPercent(ratio: number, decimals = 1): string {
  return `${inFrench(digitsOf(ratio, 'percent', decimals, decimals), ratio < 0)}${NBSP}%`
}

/** French plural begins at two: `0 structure`, `1,5 poste`, `2 postes`. The number keeps two decimals at most, and the word follows what is shown. */
export function plural(count: number, one: string, many = `${one}s`): string {
  const digits = digitsOf(count, 'decimal', 0, 2)
  return `${inFrench(digits, count < 0)}${NBSP}${Number(digits) < 2 ? one : many}`
}

/** `a, b et c` */
export function frenchList(items: readonly string[], last = 'et'): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

/** « de » before a name: `de Moussa`, `d’Alexis`, `d’Yves`, `de Yasmine`. An « h » keeps the « e »: whether it is mute, only the person knows. */
export function frenchOf(name: string): string {
  const first = name.normalize('NFD').toLowerCase()
  return /^[aeiouœæ]|^y[^aeiou]/.test(first) ? `d’${name}` : `de ${name}`
}
