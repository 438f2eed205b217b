import type { Brand } from '@maillage/kernel'

/** Twelve digits: `99999` then seven for the State's service, `00000` then seven for a demonstration, which nobody can take for a right. */
export type PassNumber = Brand<string, 'PassNumber'>

/**
 * Reads a number as people type it (spaces, no-break spaces); undefined when it is neither the State's nor a demonstration's.
 * The right exists apart from its number: the State issues it, we record it.
 * @example parsePassNumber('99999 00 00001')
 */
export function parsePassNumber(typed: string): PassNumber | undefined {
  const digits = typed.replace(/[\s\u00a0\u202f]/g, '')
  return /^(99999|00000)\d{7}$/.test(digits) && !/^\d{5}0{7}$/.test(digits) ? (digits as PassNumber) : undefined
}

/** Who issued the number: the State's service, or a demonstration. */
export function issuerOf(number: PassNumber): 'external' | 'demonstration' {
  return number.startsWith('99999') ? 'external' : 'demonstration'
}

/** `99999 00 00001`, as it is printed. */
export function shownPassNumber(number: PassNumber): string {
  return `${number.slice(0, 5)} ${number.slice(5, 7)} ${number.slice(7)}`
}

/** The nth number of a demonstration; undefined beyond seven digits. @example demonstrationPassNumber(1) // '000000000001' */
export function demonstrationPassNumber(rank: number): PassNumber | undefined {
  return Number.isInteger(rank) && rank > 0 ? parsePassNumber(`00000${String(rank).padStart(7, '0')}`) : undefined
}
