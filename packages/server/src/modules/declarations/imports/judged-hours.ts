import { frenchHours, type Month } from '@maillage/kernel'
import { FIGURES, type HoursFigures, type TypedHours } from '../../employment/index.ts'
import type { hoursLayout } from '../layouts/layouts.ts'
import type { FileLine } from '../layouts/read-lines.ts'
import type { JudgedLine } from './judged-line.ts'

/** A line of a file of hours, as it was read. */
export type HoursLine = FileLine<typeof hoursLayout>

/** A line of hours, with what it writes in the sheet of its month. */
export interface JudgedHours extends JudgedLine {
  readonly month: Month | null
  readonly personId: string | null
  readonly row: TypedHours | null
  /** What the sheet held before; null: nothing. */
  readonly before: HoursFigures | null
}

/** One line of a sheet: a person, a site, an aid. */
export const placeKey = ({ stayId, worksiteId, measure }: Pick<TypedHours, 'stayId' | 'worksiteId' | 'measure'>) =>
  `${stayId}/${worksiteId ?? ''}/${measure}`

const FIGURE_WORDS = { paid: 'payées', worked: 'travaillées', accompaniment: 'd’accompagnement', clause: 'd’insertion' } as const
/** @example inWords({ paid: 11267, worked: null, … }) // '112,67 h payées' */
export const inWords = (figures: HoursFigures) =>
  FIGURES.flatMap((each) => (figures[each] === null ? [] : [`${frenchHours(figures[each])} ${FIGURE_WORDS[each]}`])).join(', ')
