import { frenchDate } from '@maillage/kernel'
import { legalDay } from '../../platform/clock.ts'

/** « 21 novembre 2026 à 10 h 05 », where the structure is. */
export function moment(at: Temporal.Instant, timeZone: string): string {
  const { hour, minute } = at.toZonedDateTimeISO(timeZone)
  return `${frenchDate(legalDay(at, timeZone))} à ${hour} h ${String(minute).padStart(2, '0')}`
}
