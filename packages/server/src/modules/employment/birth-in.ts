import { day } from '@maillage/kernel'
import type { BirthDate } from '@maillage/rules/eligibility'
import { type Birth, knownBirth } from '../people/index.ts'

/** A birth as its columns have it. */
export interface BirthColumns {
  readonly birth_date: string | null
  readonly birth_precision: Birth['precision']
}

/** As much of it as is known; undefined when nothing is. */
export const birthIn = ({ birth_date: date, birth_precision: precision }: BirthColumns): BirthDate | undefined =>
  knownBirth({ date: date === null ? null : day(date), precision })
