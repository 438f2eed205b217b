import { invariant } from '@maillage/kernel'

/** The nearest multiple, half away from zero. @example roundedTo(12, 5) // 10 */
export function roundedTo(value: number, step: number): number {
  invariant(step > 0, 'a rounding has a step')
  return Math.sign(value) * Math.round(Math.abs(value) / step) * step || 0
}
