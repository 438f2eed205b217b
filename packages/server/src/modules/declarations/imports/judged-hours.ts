import { centiHours, frenchHours, type Month } from '@maillage/kernel'
import { FIGURES, type HoursFigures, type TypedHours } from '../../employment/index.ts'
import type { hoursLayout } from '../layouts/layouts.ts'
import type { FileLine } from '../layouts/read-lines.ts'
import type { ContractAct } from './contract-differences.ts'
import type { Difference, JudgedLine } from './judged-line.ts'

/** A line of a file of hours, as it was read. */
export type HoursLine = FileLine<typeof hoursLayout>

/** A line of hours, with what it writes in the sheet of its month. */
export interface JudgedHours extends JudgedLine {
  readonly month: Month | null
  readonly personId: string | null
  readonly row: TypedHours | null
  /** What the sheet held before; null: nothing. */
  readonly before: HoursFigures | null
  /** What accepting does to the contract, by the key of its difference. */
  readonly acts: readonly ContractAct[]
  /** Its month was sent, then opened again: a change takes a reason. */
  readonly reopened: boolean
}

/** What accepting the hours of a line names: another version since, and they are shown again. */
export const hoursKey = (rank: number, row: Pick<TypedHours, 'version'>) => `${rank}.hours.${row.version}`

/** One line of a sheet: a person, a site, an aid. */
export const placeKey = ({ stayId, worksiteId, measure }: Pick<TypedHours, 'stayId' | 'worksiteId' | 'measure'>) =>
  `${stayId}/${worksiteId ?? ''}/${measure}`

const FIGURE_WORDS = { paid: 'payées', worked: 'travaillées', accompaniment: 'd’accompagnement', clause: 'd’insertion' } as const
/** @example inWords({ paid: 11267, worked: null, … }) // '112,67 h payées' */
export const inWords = (figures: HoursFigures) =>
  FIGURES.flatMap((each) => (figures[each] === null ? [] : [`${frenchHours(figures[each])} ${FIGURE_WORDS[each]}`])).join(', ')

const WHAT = {
  paid: 'Heures payées',
  worked: 'Heures travaillées',
  accompaniment: 'Heures d’accompagnement',
  clause: 'Heures d’insertion (clause)',
} as const

const gapOf = (from: number, to: number) => `${to < from ? '−' : '+'}\u00a0${frenchHours(centiHours(Math.abs(to - from)))}`

/** The figures that a line changes, or writes for the first time. */
export function hoursDifference(rank: number, row: TypedHours, before: HoursFigures | null): Difference {
  const parts = FIGURES.flatMap((each) => {
    const [was, now] = [before?.[each] ?? null, row[each]]
    if (now === null || was === now) return []
    const recorded = was === null ? 'Rien' : frenchHours(was)
    return [{ what: WHAT[each], recorded, told: frenchHours(now), ...(was === null ? {} : { gap: gapOf(was, now) }) }]
  })
  return { key: hoursKey(rank, row), parts }
}
