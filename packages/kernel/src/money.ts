import type { Brand } from './brand.ts'
import { invariant } from './invariant.ts'

/** Euro cents, a safe integer. */
export type Cents = Brand<number, 'Cents'>

/** @example cents(1250) // 12,50 € */
export function cents(value: number): Cents {
  invariant(Number.isSafeInteger(value), 'money is a safe integer number of cents')
  return value as Cents
}

/** @example euros(23_921) // whole euros, as most texts give them */
export function euros(value: number): Cents {
  invariant(Number.isSafeInteger(value), 'euros() takes whole euros')
  return cents(value * 100)
}

/** Sum of amounts; 0 for none. */
export function sumCents(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((total, amount) => total + amount, 0))
}

/**
 * `amount × numerator / denominator`, rounded half away from zero to the cent, exact whatever the size.
 * @example share(euros(100), 1, 3) // 33,33 €
 */
export function share(amount: Cents, numerator: number, denominator: number): Cents {
  invariant(Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && denominator > 0, 'a share is a ratio of integers')
  const product = BigInt(amount) * BigInt(numerator)
  const base = BigInt(denominator)
  // Everything is doubled so that the half of an odd denominator stays an integer; the division drops the rest, towards zero.
  return cents(Number((product * 2n + (product < 0n ? -base : base)) / (base * 2n)))
}
