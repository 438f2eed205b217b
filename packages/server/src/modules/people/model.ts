import { addMonths, addYears, type CalendarDate, frenchDate, frenchMonth, fullYears, monthOf, partsOf } from '@maillage/kernel'

export const CIRCLES = ['shared', 'referent', 'author', 'employment', 'payment', 'request', 'control', 'audit', 'self'] as const
/** What a right on a person opens. Circles are not ordered: none contains another. */
export type Circle = (typeof CIRCLES)[number]

/** Why a right exists. */
export type Source =
  | 'created'
  | 'attached'
  | 'application'
  | 'hire'
  | 'referent'
  | 'deputy'
  | 'request'
  | 'control'
  | 'audit'
  | 'reason'
  | 'merge'
  | 'succession'

export const READING_GROUNDS = ['referent-absent', 'safety', 'complaint', 'authority', 'case-review'] as const
/** Why a director who is no referent reads the accompaniment file of a person. */
export type ReadingGround = (typeof READING_GROUNDS)[number]

/** The longest reason: a sentence. */
export const REASON_LIMIT = 300

/** Provisional: may hold facts, never a right, until it joins the file that exists elsewhere. */
export type PersonState = 'provisional' | 'confirmed' | 'merged'
export type Sex = 'F' | 'M'
export type NameKind = 'birth' | 'usage' | 'given' | 'former'
export type ContactKind = 'phone' | 'email' | 'address'

export const REFERENT_ROLES = ['siae', 'rsa', 'plie', 'prescriber', 'france_travail'] as const
export type ReferentRole = (typeof REFERENT_ROLES)[number]

export const BIRTH_PRECISIONS = ['day', 'month', 'year', 'unknown'] as const
export type BirthPrecision = (typeof BIRTH_PRECISIONS)[number]

/** A birth as it is known: the date is the first day of the month or year when no more is known. */
export interface Birth {
  readonly date: CalendarDate | null
  readonly precision: BirthPrecision
}

export interface Names {
  readonly birthName: string
  readonly usageName: string | null
  readonly givenNames: string
}

/** « Nadia BENALI »: the name borne in daily life first. */
export const displayName = ({ birthName, usageName, givenNames }: Names): string =>
  `${givenNames} ${(usageName ?? birthName).toLocaleUpperCase('fr')}`.trim()

/** The last day on which a birth may have been. */
function latestBirth(date: CalendarDate, precision: BirthPrecision): CalendarDate {
  const after = precision === 'month' ? addMonths(date, 1) : precision === 'year' ? addYears(date, 1) : date + 1
  return (after - 1) as CalendarDate
}

/**
 * Age in full years on a day; null when what is known of the birth leaves a doubt: missing is never a guess.
 * @example ageOn({ date: day('1968-01-01'), precision: 'year' }, day('2026-11-21')) // null: 57 or 58
 */
export function ageOn({ date, precision }: Birth, on: CalendarDate): number | null {
  if (date === null) return null
  const [most, least] = [fullYears(date, on), fullYears(latestBirth(date, precision), on)]
  return most === least ? most : null
}

const BORN: Readonly<Record<Sex, string>> = { F: 'née', M: 'né' }

/** « née le 3 mai 1968 », « né en mai 1968 », « né(e) en 1968 » */
export function bornWords({ date, precision }: Birth, sex: Sex | null): string {
  const born = sex === null ? 'né(e)' : BORN[sex]
  if (date === null) return 'date de naissance inconnue'
  if (precision === 'year') return `${born} en ${partsOf(date).year}`
  return precision === 'month' ? `${born} en ${frenchMonth(monthOf(date))}` : `${born} le ${frenchDate(date)}`
}
