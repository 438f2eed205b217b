import { type CalendarDate, day } from '@maillage/kernel'

/** The only clock of the program; tests hold another. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** The legal day of a place: at 22:30 in Paris in winter it is already tomorrow at La Réunion. */
export function legalDay(now: Temporal.Instant, timeZone: string): CalendarDate {
  return day(now.toZonedDateTimeISO(timeZone).toPlainDate().toString())
}
