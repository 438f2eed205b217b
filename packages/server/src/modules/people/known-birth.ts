import { partsOf } from '@maillage/kernel'
import type { BirthDate } from '@maillage/rules/eligibility'
import type { Birth } from './model.ts'

/** As much of a birth as is known, as the rules take it; undefined when nothing is. */
export function knownBirth({ date, precision }: Birth): BirthDate | undefined {
  if (date === null || precision === 'unknown') return undefined
  const { year, month, day } = partsOf(date)
  if (precision === 'year') return { year }
  return precision === 'month' ? { year, month } : { year, month, day }
}
