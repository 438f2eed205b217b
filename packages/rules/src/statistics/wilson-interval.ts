import { invariant } from '@maillage/kernel'

/** Bounds between which the rate of a larger population would plausibly stand, both between 0 and 1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The 95 % of usage. */
const Z = 1.959_963_984_540_054

/**
 * Wilson's interval of a proportion: honest for the small numbers of a structure, where « 3 exits out of 4 » says little; null when nobody was counted.
 * @example wilsonInterval(3, 4) // { low: 0.30, high: 0.95 }
 */
export function wilsonInterval(numerator: number, denominator: number, z = Z): Interval | null {
  invariant(
    Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && 0 <= numerator && numerator <= denominator,
    'a proportion counts some of its whole',
  )
  if (denominator === 0) return null
  const share = numerator / denominator
  const spread = (z * z) / denominator
  const centre = (share + spread / 2) / (1 + spread)
  const half = (z * Math.sqrt((share * (1 - share)) / denominator + spread / (4 * denominator))) / (1 + spread)
  // At the ends the formula gives 0 and 1 up to a rounding of the machine.
  return { low: numerator === 0 ? 0 : Math.max(0, centre - half), high: numerator === denominator ? 1 : Math.min(1, centre + half) }
}
