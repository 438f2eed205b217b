import { addDays, type CalendarDate, daysOf, intersection, monthOf, type Period, period, type SiaeKind, weekday } from '@maillage/kernel'
import type { Assignment } from './model.ts'

type Days = Pick<Assignment, 'firstDay' | 'lastDay'>

/** A temporary-work structure has a sheet a week; an association intermédiaire one a month. */
function frameOf(kind: SiaeKind, on: CalendarDate): Period {
  if (kind !== 'ETTI') return daysOf(monthOf(on))
  const monday = addDays(on, 1 - weekday(on))
  return period(monday, addDays(monday, 6))
}

/** The days of the statement of a mission that holds a day: those of its week or month, within the mission; undefined outside it. */
export function statementDays(kind: SiaeKind, { firstDay, lastDay }: Days, on: CalendarDate): Period | undefined {
  const frame = frameOf(kind, on)
  return on < firstDay || (lastDay !== null && on > lastDay)
    ? undefined
    : intersection(frame, { first: firstDay, last: lastDay ?? frame.last })
}

/**
 * The statements that a mission owes until a day, the earliest first: one for each week or month begun.
 * @example owedDays('AI', { firstDay: day('2026-10-12'), lastDay: null }, day('2026-11-21')) // 12 to 31 October, 1 to 30 November
 */
export function owedDays(kind: SiaeKind, mission: Days, until: CalendarDate): readonly Period[] {
  const found: Period[] = []
  for (let on = mission.firstDay; on <= until; ) {
    const days = statementDays(kind, mission, on)
    if (!days) break
    found.push(days)
    on = addDays(days.last, 1)
  }
  return found
}
