import { addMonths, type OpenPeriod } from '@maillage/kernel'

/** How a contract stands against a number of months date to date; without an end it is longer. @example contractLength(found, 6) // 'exactly' */
export function contractLength({ first, last }: OpenPeriod, months: number): 'shorter' | 'exactly' | 'longer' {
  if (last === null) return 'longer'
  const whole = addMonths(first, months) - 1
  return last < whole ? 'shorter' : last === whole ? 'exactly' : 'longer'
}
