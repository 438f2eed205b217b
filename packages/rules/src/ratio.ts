import { invariant } from '@maillage/kernel'

/** An exact quotient of two safe integers, in lowest terms, its denominator above zero. Full-time equivalents and rates stay so until a text rounds. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** How a text, or a tool, writes a quotient: as it is, or with some decimals. */
export type Rounding = { readonly decimals: number; readonly towards: 'nearest' | 'zero' } | 'exact'

function commonDivisor(a: number, b: number): number {
  let [big, small] = [Math.abs(a), b]
  while (small !== 0) [big, small] = [small, big % small]
  return big
}

/** @example ratio(1352, 1820) // 26/35 */
export function ratio(numerator: number, denominator = 1): Ratio {
  invariant(
    Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && denominator > 0,
    'a ratio is made of two safe integers, the second above zero',
  )
  const divisor = commonDivisor(numerator, denominator)
  // `+ 0`: a negative zero is zero.
  return { numerator: numerator / divisor + 0, denominator: denominator / divisor }
}

export const ZERO = ratio(0)

function fromBig(numerator: bigint, denominator: bigint): Ratio {
  let [big, small] = [numerator < 0n ? -numerator : numerator, denominator]
  while (small !== 0n) [big, small] = [small, big % small]
  const divisor = big === 0n ? 1n : big
  return ratio(Number(numerator / divisor), Number(denominator / divisor))
}

/** Sum, exact whatever the denominators; 0 for none. */
export function sumRatios(all: readonly Ratio[]): Ratio {
  return all.reduce(
    (sum, { numerator, denominator }) =>
      sum.denominator === denominator
        ? ratio(sum.numerator + numerator, denominator)
        : fromBig(
            BigInt(sum.numerator) * BigInt(denominator) + BigInt(numerator) * BigInt(sum.denominator),
            BigInt(sum.denominator) * BigInt(denominator),
          ),
    ZERO,
  )
}

/** @example minusRatio(ratio(1), ratio(1, 4)) // 3/4 */
export function minusRatio(a: Ratio, b: Ratio): Ratio {
  return sumRatios([a, { numerator: -b.numerator, denominator: b.denominator }])
}

/** @example timesRatio(ratio(1, 12), 12) // 1 */
export function timesRatio({ numerator, denominator }: Ratio, by: number): Ratio {
  return fromBig(BigInt(numerator) * BigInt(by), BigInt(denominator))
}

/** Negative when `a` is below `b`, 0 when they are equal. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const difference = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The quotient as a number, to be shown; never to be computed with. */
export function shownRatio({ numerator, denominator }: Ratio): number {
  return numerator / denominator
}

/** @example roundedRatio(ratio(1352, 1820), { decimals: 2, towards: 'zero' }) // 74/100 */
export function roundedRatio(value: Ratio, rounding: Rounding): Ratio {
  if (rounding === 'exact') return value
  const scale = 10n ** BigInt(rounding.decimals)
  const [top, base] = [BigInt(value.numerator) * scale, BigInt(value.denominator)]
  const half = top < 0n ? -base : base
  const kept = rounding.towards === 'zero' ? top / base : (top * 2n + half) / (base * 2n)
  return fromBig(kept, scale)
}
