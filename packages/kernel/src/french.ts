import { type CalendarDate, partsOf, weekday } from './calendar/calendar-date.ts'
import type { Month } from './calendar/month.ts'
import type { CentiHours } from './hours.ts'
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

/** `12 345,6`: narrow no-break space for thousands, comma for decimals. */
export function frenchNumber(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NARROW)
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : ''
  return `${sign}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** `1 234,50 €` */
export function frenchMoney(amount: Cents): string {
  return `${frenchNumber(amount / 100, 2)}${NBSP}€`
}

/** `151,67 h` */
export function frenchHours(hours: CentiHours): string {
  return `${frenchNumber(hours / 100, 2)}${NBSP}h`
}

/** `42,5 %`; takes a ratio between 0 and 1. */
export function frenchPercent(ratio: number, decimals = 1): string {
  return `${frenchNumber(ratio * 100, decimals)}${NBSP}%`
}

/** French plural begins at two: `plural(0, 'structure')` is `0 structure`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${frenchNumber(count)}${NBSP}${Math.abs(count) < 2 ? one : many}`
}

/** `a, b et c` */
export function frenchList(items: readonly string[], last = 'et'): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}
