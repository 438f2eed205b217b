import type { CalendarDate } from '@maillage/kernel'
import { anomaliesOf } from '../reasons.ts'

/** What may be wrong in an annex as it was recorded or imported: never refused, always listed. */
export type AgreementAnomalies = {
  'agreements/annex-too-long': { months: number; most: number }
  'agreements/amendment-outside-annex': { effectOn: CalendarDate; first: CalendarDate; last: CalendarDate }
  'agreements/amendment-inside-month': { effectOn: CalendarDate }
  'agreements/too-many-prison-posts': { centiPosts: number; most: number }
  'agreements/cofinancing-above-total': Record<never, never>
}

export type AgreementAnomaly = keyof AgreementAnomalies

export const anomaly = anomaliesOf<AgreementAnomalies>()
