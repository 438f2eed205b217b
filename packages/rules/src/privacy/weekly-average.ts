import { type CentiHours, centiHours, daysIn, type Period } from '@maillage/kernel'

/**
 * The hours of a week, on average over a period: its hours shared between its days, seven of them together. What a contrat d'engagement asks to show
 * (CT L5411-6: at least fifteen hours a week of activity), since a month has no whole number of weeks. Rounded to the hundredth.
 * @example weeklyAverage(centiHours(9100), period(day('2026-09-01'), day('2026-09-30'))) // 21,23 h
 */
export const weeklyAverage = (hours: CentiHours, period: Period): CentiHours => centiHours(Math.round((hours * 7) / daysIn(period)))
