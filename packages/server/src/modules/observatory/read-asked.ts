import { type CalendarDate, partsOf, SIAE_KINDS, type SiaeKind } from '@maillage/kernel'
import { type FormBody, text } from '../../platform/http/page-request.ts'

/** What the address asks: a civil year, and a kind of structure or all. */
export interface Asked {
  readonly year: number
  readonly kind: SiaeKind | 'all'
}

/** The years that have figures: this one and the two before. */
export const yearsShown = (today: CalendarDate): readonly number[] => {
  const { year } = partsOf(today)
  return [year, year - 1, year - 2]
}

/** Reads `periode` and `type`; what it does not understand is as if it were absent. */
export function readAsked(query: FormBody, today: CalendarDate): Asked {
  const years = yearsShown(today)
  const [present = 0] = years
  return {
    year: years.find((year) => String(year) === text(query, 'periode')) ?? present,
    kind: SIAE_KINDS.find((kind) => kind === text(query, 'type')) ?? 'all',
  }
}
