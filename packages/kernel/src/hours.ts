import type { Brand } from './brand.ts'
import { invariant } from './invariant.ts'

/** Hundredths of an hour, a safe integer: 7 h 30 is 750. */
export type CentiHours = Brand<number, 'CentiHours'>

/** @example centiHours(750) // 7,50 h */
export function centiHours(value: number): CentiHours {
  invariant(Number.isSafeInteger(value), 'hours are an integer number of hundredths')
  return value as CentiHours
}

/** @example wholeHours(1505) */
export function wholeHours(value: number): CentiHours {
  return centiHours(value * 100)
}

/** Sum of durations; 0 for none. */
export function sumHours(all: readonly CentiHours[]): CentiHours {
  return centiHours(all.reduce((total, hours) => total + hours, 0))
}
