import type { Brand } from '../brand.ts'
import { type CalendarDate, partsOf } from '../calendar/calendar-date.ts'

/** Fifteen characters: the number of somebody in the national register of people, with its two figures of key. */
export type Nir = Brand<string, 'Nir'>

/**
 * What is wrong with a number: not fifteen characters in their order; given while the true one is awaited (it begins with 3, 4, 7 or 8 and will
 * change); or a key that the other figures do not give, which a slip of the finger always does.
 */
export type NirFault = 'shape' | 'provisional' | 'key'

const compact = (typed: string) => typed.replace(/[\s.-]/g, '').toUpperCase()

// Sex, year, month (20 to 42 and 50 to 99 when nobody knows it), département, commune and rank, key.
const SHAPE = /^[1-478]\d{2}(?:0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)(?:\d{2}|2[AB])\d{6}\d{2}$/
const PROVISIONAL = /^[3478]/

/** Corsica counts as 19 and 18 in the key. Thirteen figures are a safe integer. */
function keyOf(nir: string): string {
  const body = Number(nir.slice(0, 13).replace('2A', '19').replace('2B', '18'))
  return String(97 - (body % 97)).padStart(2, '0')
}

/**
 * Reads a number as people type it (spaces, dots, small letters).
 * Source: Insee, composition of the numéro d'inscription au répertoire; code de la sécurité sociale, R161-1.
 * @example readNir('1 85 05 11 000 001 02') // { fault: 'key' } or { nir }
 */
export function readNir(typed: string): { readonly nir: Nir } | { readonly fault: NirFault } {
  const nir = compact(typed)
  if (!SHAPE.test(nir)) return { fault: 'shape' }
  if (PROVISIONAL.test(nir)) return { fault: 'provisional' }
  return nir.endsWith(keyOf(nir)) ? { nir: nir as Nir } : { fault: 'key' }
}

/** `1 85 05 11 000 001 02`, on one line. */
export const shownNir = (nir: Nir): string =>
  nir.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7').replaceAll(' ', '\u00a0')

const LAST_MONTH = 12

/**
 * Whether a number and a birth tell two different births. The year has two figures; the month is compared when both know it. Never the sex: the
 * register corrects it later than the person does.
 * @example nirTellsAnotherBirth(nir, { date: day('1985-05-03'), precision: 'day' }) // false for 1 85 05 …
 */
export function nirTellsAnotherBirth(
  nir: Nir,
  birth: { readonly date: CalendarDate | null; readonly precision: 'day' | 'month' | 'year' | 'unknown' },
): boolean {
  if (birth.date === null || birth.precision === 'unknown') return false
  const { year, month } = partsOf(birth.date)
  const [saidYear, saidMonth] = [Number(nir.slice(1, 3)), Number(nir.slice(3, 5))]
  if (year % 100 !== saidYear) return true
  return birth.precision !== 'year' && saidMonth <= LAST_MONTH && saidMonth !== month
}
