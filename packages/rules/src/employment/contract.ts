import { addDays, type CalendarDate, type CentiHours } from '@maillage/kernel'

/** Types of contract of a stay, by the names of the sector. */
export const CONTRACT_TYPES = [
  'CDDI',
  'CDDU',
  'CTT',
  'CDI',
  'CDI_INCLUSION',
  'APPRENTICESHIP',
  'PROFESSIONAL_TRAINING',
  'EITI',
  'OTHER',
] as const
export type ContractType = (typeof CONTRACT_TYPES)[number]

const WITH_A_TERM: readonly string[] = ['CDDI', 'CDDU', 'CTT'] satisfies readonly ContractType[]

/**
 * Whether a contract of this type is signed with its last day.
 * @example alwaysEnds('CDDI') // true
 */
export const alwaysEnds = (type: string): boolean => WITH_A_TERM.includes(type)

/** Weekly hours agreed from a day on: amendments change them. */
export interface WeeklyHours {
  readonly from: CalendarDate
  readonly hours: CentiHours
}

/** A contract as it was signed. `last` is its agreed end, null for an open-ended one. */
export interface Contract {
  readonly type: ContractType
  readonly first: CalendarDate
  readonly last: CalendarDate | null
  readonly signedOn: CalendarDate | null
  /** Renews an earlier contract with the same employer. */
  readonly renewal: boolean
  readonly weekly: readonly WeeklyHours[]
  /** Part of a sentence adjustment: the four months do not apply. */
  readonly sentenceAdjustment?: boolean
}

/**
 * Whether the weekly hours of a contract, averaged over its days, stand below (negative), at (0) or above a limit. Undefined when no hours are known.
 * An open-ended contract is held by its latest hours.
 * @example weeklyAgainst(contract, wholeHours(20))
 */
export function weeklyAgainst({ first, last, weekly }: Contract, limit: CentiHours): number | undefined {
  const parts = weekly.toSorted((a, b) => a.from - b.from)
  const latest = parts.at(-1)
  if (!latest) return undefined
  if (last === null) return latest.hours - limit
  let difference = 0
  parts.forEach((part, index) => {
    const from = index === 0 || part.from < first ? first : part.from
    const next = parts[index + 1]?.from ?? addDays(last, 1)
    const until = next > last ? addDays(last, 1) : next
    if (until > from) difference += (part.hours - limit) * (until - from)
  })
  return difference
}
