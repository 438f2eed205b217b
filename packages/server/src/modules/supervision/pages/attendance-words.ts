import { plural } from '@maillage/kernel'
import { LETTERS } from '../messages.fr.ts'
import type { AttendanceLine, DayNoted } from '../queries/attendance-month.ts'

/** A day in the table: `P`, `R20`, `A½`, with a star when it was corrected since. */
export const letterOf = ({ state, lateMinutes, half, corrected }: DayNoted): string =>
  `${LETTERS[state]}${lateMinutes === null ? '' : String(lateMinutes)}${half === null ? '' : '½'}${corrected ? '*' : ''}`

/** What the letters mean. */
export const LEGEND =
  'P : présence. R : retard, en minutes quand elles sont connues. A : absence, A½ pour une demi-journée. * : corrigé après le jour.'

/** Days, half days counted as such. */
export interface AttendanceTotals {
  readonly present: number
  readonly late: number
  readonly absent: number
  readonly uncovered: number
}

/** What the days of somebody add up to: a late day is a day at work, half an absence leaves half a day. */
export function totalsOf({ days }: Pick<AttendanceLine, 'days'>): AttendanceTotals {
  const count = (is: (each: DayNoted) => boolean) => days.filter(is).length
  const halves = count(({ half }) => half !== null)
  return {
    present: count(({ state }) => state !== 'absent') + halves / 2,
    late: count(({ state }) => state === 'late'),
    absent: count(({ state }) => state === 'absent') - halves / 2,
    uncovered: count(({ state, covered }) => state !== 'absent' && !covered),
  }
}

/** What has to be settled about somebody; empty when there is nothing. */
export const toSettle = ({ uncovered }: AttendanceTotals): string =>
  uncovered === 0 ? '' : `${plural(uncovered, 'présence')} sans contrat : la paie ou la direction enregistre le contrat.`
