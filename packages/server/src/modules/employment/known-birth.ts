import { day, partsOf } from '@maillage/kernel'
import type { BirthDate } from '@maillage/rules/eligibility'

/** A birth as its columns have it. */
export interface BirthColumns {
  readonly birth_date: string | null
  readonly birth_precision: 'day' | 'month' | 'year' | 'unknown'
}

/** As much of a birth as is known; undefined when nothing is. */
export function knownBirth({ birth_date: date, birth_precision: precision }: BirthColumns): BirthDate | undefined {
  if (date === null || precision === 'unknown') return undefined
  const { year, month, day: of } = partsOf(day(date))
  if (precision === 'year') return { year }
  return precision === 'month' ? { year, month } : { year, month, day: of }
}
