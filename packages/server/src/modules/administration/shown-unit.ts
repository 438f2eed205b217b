/** How the numbers of a parameter are shown: rules count in cents and hundredths, readers in euros and hours. */
export interface ShownUnit {
  readonly label: string
  readonly divisor: 1 | 100
  readonly decimals: 0 | 2
}

const HUNDREDTHS = /^centièmes (?:de |d’)/

/**
 * The unit that a reader expects. A unit of several parts (`centimes par mois ; mois`) stays as it is: its numbers do not all count the same thing.
 * @example shownUnit('centimes par ETP et par an') // { label: 'euros par ETP et par an', divisor: 100, decimals: 2 }
 */
export function shownUnit(unit: string): ShownUnit {
  if (unit.includes(';')) return { label: unit, divisor: 1, decimals: 0 }
  if (unit.startsWith('centimes')) return { label: unit.replace('centimes', 'euros'), divisor: 100, decimals: 2 }
  if (HUNDREDTHS.test(unit)) return { label: unit.replace(HUNDREDTHS, ''), divisor: 100, decimals: 2 }
  return { label: unit, divisor: 1, decimals: 0 }
}
