import type { Brand } from '../brand.ts'

/** Nine digits with a Luhn key: a legal entity. */
export type Siren = Brand<string, 'Siren'>
/** Fourteen digits: an establishment of a legal entity. */
export type Siret = Brand<string, 'Siret'>

const LA_POSTE = '356000000'
const LA_POSTE_SEAT = '35600000000048'

function luhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const digitSum = (digits: string) => Array.from(digits, Number).reduce((sum, digit) => sum + digit, 0)

const compact = (typed: string) => typed.replace(/[\s.-]/g, '')

/** Reads a SIREN as people type it (spaces, dots); undefined when the key is wrong. */
export function parseSiren(typed: string): Siren | undefined {
  const digits = compact(typed)
  return /^\d{9}$/.test(digits) && digits !== '000000000' && luhn(digits) ? (digits as Siren) : undefined
}

/**
 * Reads a SIRET as people type it; undefined when its key, or the key of the SIREN it begins with, is wrong.
 * The establishments of La Poste (SIREN 356 000 000) other than its seat have another key: the sum of their digits is a multiple of five.
 * @example parseSiret('732 829 320 00074')
 */
export function parseSiret(typed: string): Siret | undefined {
  const digits = compact(typed)
  if (!/^\d{14}$/.test(digits) || !parseSiren(digits.slice(0, 9))) return undefined
  const right = digits.startsWith(LA_POSTE) && digits !== LA_POSTE_SEAT ? digitSum(digits) % 5 === 0 : luhn(digits)
  return right ? (digits as Siret) : undefined
}

/** The legal entity of an establishment. */
export function sirenOf(siret: Siret): Siren {
  return siret.slice(0, 9) as Siren
}
