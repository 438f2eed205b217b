import type { SiaeKind } from '@maillage/kernel'
import type { ContractType } from '@maillage/rules/employment'
import type { ExitReason } from '@maillage/rules/exits'

/** What the histories of one kind of structure are drawn from. Shares are weights, not percentages. */
export interface KindProfile {
  /** People present at once in one structure. */
  readonly seats: readonly [least: number, most: number]
  readonly sex: Readonly<Record<'F' | 'M', number>>
  readonly age: Readonly<Record<'young' | 'middle' | 'senior', number>>
  readonly disabledWorker: number
  /** Months of a stay, by weight: the mean of the Aude in 2023 was 14.5 months. */
  readonly months: Readonly<Record<string, number>>
  readonly contract: ContractType
  /** Weekly hours of the contract; null: none is fixed. */
  readonly weekly: readonly number[] | null
  /** Hours of a month when no weekly hours are fixed. */
  readonly monthly: readonly [least: number, most: number]
  /** Full-time posts of technical supervision for a hundred people present. */
  readonly supervisors: number
}

/*
 * Sex, age and recognised disability: persons in pathways in 2016 by kind (Dares, reworked by the Cour des comptes; grid G-13 of the sources).
 * Seats: 42 structures and 1 869 people for 525 full-time equivalents in the Aude in 2023 (Département de l'Aude, read in the sources).
 * Months of stay, hours of AI and ETTI and supervisors: chosen so that those totals come out, and printed beside them by `npm run reference-tables`.
 */
const LONG = { '1': 3, '2': 3, '4': 6, '6': 10, '8': 6, '10': 8, '12': 14, '15': 9, '18': 15, '20': 7, '24': 32 } as const
const MIXED = { '1': 4, '2': 5, '3': 6, '5': 8, '7': 9, '10': 12, '14': 14, '18': 16, '24': 28 } as const

export const KIND_PROFILES: Readonly<Record<Exclude<SiaeKind, 'EITI'>, KindProfile>> = {
  ACI: {
    seats: [15, 23],
    sex: { F: 32, M: 68 },
    age: { young: 22, middle: 64, senior: 14 },
    disabledWorker: 0.07,
    months: LONG,
    contract: 'CDDI',
    weekly: [2400, 2600, 2600, 2600, 2600, 2800],
    monthly: [80, 125],
    supervisors: 18,
  },
  EI: {
    seats: [8, 13],
    sex: { F: 33, M: 67 },
    age: { young: 22, middle: 64, senior: 14 },
    disabledWorker: 0.05,
    months: LONG,
    contract: 'CDDI',
    weekly: [2800, 3000, 3500, 3500],
    monthly: [110, 151],
    supervisors: 20,
  },
  AI: {
    seats: [110, 132],
    sex: { F: 57, M: 43 },
    age: { young: 27, middle: 55, senior: 19 },
    disabledWorker: 0.05,
    months: MIXED,
    contract: 'CDDU',
    weekly: null,
    monthly: [0, 45],
    supervisors: 2,
  },
  ETTI: {
    seats: [40, 48],
    sex: { F: 20, M: 80 },
    age: { young: 30, middle: 57, senior: 12 },
    disabledWorker: 0.06,
    months: MIXED,
    contract: 'CTT',
    weekly: null,
    monthly: [14, 145],
    supervisors: 3,
  },
}

/** Why stays end, by weight; those of 2016 gave 55 % of positive exits (Dares, January 2019, read in the sources). */
export const EXIT_WEIGHTS = {
  'open-ended-contract': 9,
  'fixed-term-contract': 20,
  'temporary-assignment': 6,
  'business-creation': 1,
  'aided-contract': 2,
  'work-study-contract': 2,
  'hired-by-the-siae': 2,
  'qualifying-training': 7,
  'prequalifying-training': 3,
  'another-siae': 3,
  retirement: 1,
  'other-recognised-solution': 1,
  unemployed: 36,
  inactive: 4,
  'no-news': 6,
  'moved-away': 3,
  'long-illness': 2,
  maternity: 1,
  'trial-ended-by-employer': 2,
  'serious-fault': 1,
} as const satisfies Partial<Record<ExitReason, number>>
