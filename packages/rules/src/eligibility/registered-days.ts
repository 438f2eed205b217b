import { addDays, addMonths, type CalendarDate, type OpenPeriod } from '@maillage/kernel'

/** What is known of somebody's registration at France Travail: the number of months read on the certificate, or the periods themselves. */
export type Registration = { readonly monthsOnCertificate: number } | { readonly periods: readonly OpenPeriod[] }

function daysWithin(periods: readonly OpenPeriod[], first: CalendarDate, last: CalendarDate): number {
  let counted = 0
  let next: CalendarDate = first
  for (const each of periods.toSorted((a, b) => a.first - b.first)) {
    const from = each.first > next ? each.first : next
    const to = each.last === null || each.last > last ? last : each.last
    if (from > to) continue
    counted += to - from + 1
    next = addDays(to, 1)
  }
  return counted
}

/**
 * Whether somebody was registered `months` within the last `within` months. Periods are counted in days, an overlap once,
 * and compared with the days of the `months` that end on that day: no text says how to add up pieces of months.
 * @example hasBeenRegistered({ monthsOnCertificate: 24 }, { months: 24, within: 27 }, day('2026-01-01')) // true
 */
export function hasBeenRegistered(registration: Registration, rule: { months: number; within: number }, on: CalendarDate): boolean {
  if ('monthsOnCertificate' in registration) return registration.monthsOnCertificate >= rule.months
  const windowFirst = addDays(addMonths(on, -rule.within), 1)
  return daysWithin(registration.periods, windowFirst, on) >= on - addMonths(on, -rule.months)
}
