import { type Interval, wilsonInterval } from '@maillage/rules/statistics'
import { cardOf } from './cards/catalogue.ts'
import type { Figure, IndicatorCode, Measured } from './model.ts'

const RATES: readonly IndicatorCode[] = ['dynamic-rate', 'exits', 'applications', 'profiles']

function intervalOf({ indicator, numerator, denominator, low, high }: Figure): Interval | { low: number; high: number | null } | null {
  if (low !== null) return { low, high }
  // Rounded parts may no longer be one inside the other.
  if (!RATES.includes(indicator) || numerator === null || denominator === null || numerator > denominator) return null
  return wilsonInterval(numerator, denominator)
}

/** A figure with what it takes to be read; undefined when there is none: nothing of that kind in that territory and year. */
export function measured(figure: Figure | undefined, listHref: string | null = null): Measured | undefined {
  return (
    figure && {
      card: cardOf(figure.indicator),
      state: figure.state,
      hiddenBy: figure.hiddenBy,
      numerator: figure.numerator,
      denominator: figure.denominator,
      interval: intervalOf(figure),
      structures: figure.structures,
      excluded: figure.excluded,
      rounded: figure.rounded,
      listHref,
    }
  )
}
