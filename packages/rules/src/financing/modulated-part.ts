import { type CalendarDate, type Cents, type Law, share } from '@maillage/kernel'
import type { AnnexMeasure } from '../agreements/index.ts'
import { modulationBounds } from '../parameters/job-aid-payment.ts'
import type { Anomaly } from '../reasons.ts'
import { anomaly, type FinancingAnomaly } from './anomaly-codes.ts'

/** The préfet's decision: a rate in hundredths of a percent of the base amount, 5 % being 500. */
export interface ModulationNotice {
  readonly notifiedOn: CalendarDate
  readonly rate: number
}

/** The modulated part: nothing before the notice, which is not a zero; then one amount, paid once. */
export type ModulatedPart =
  | { readonly state: 'not-notified' }
  | {
      readonly state: 'notified'
      readonly notifiedOn: CalendarDate
      readonly amount: Cents
      readonly anomalies: readonly Anomaly<FinancingAnomaly>[]
    }

/**
 * The modulated part of an annex: the rate the préfet notified, on the base amount of the aid. A rate outside its bounds is recorded as notified,
 * with its anomaly. Sources: R5132-37, order of 18 February 2015 (0 to 10 %, 5 % in prison).
 * @example modulatedPart(law, { measure: 'common', base: cents(17_769_886), year: day('2025-01-01'), notice: { notifiedOn, rate: 500 } }) // 8 884,94 €
 */
export function modulatedPart(
  law: Law,
  request: {
    readonly measure: AnnexMeasure
    readonly base: Cents
    /** First day of the annex, whose bounds apply. */
    readonly year: CalendarDate
    readonly notice: ModulationNotice | null
  },
): ModulatedPart {
  const { measure, base, year, notice } = request
  if (!notice) return { state: 'not-notified' }
  const bounds = law.on(year).find(modulationBounds)
  const { least, most } = law.on(year).get(modulationBounds)[measure === 'prison' ? 'prison' : 'common']
  const { rate, notifiedOn } = notice
  const anomalies: Anomaly<FinancingAnomaly>[] = []
  if (rate > most) anomalies.push(anomaly('financing/modulation-above-ceiling', { rate, most }, bounds?.source))
  if (rate < least) anomalies.push(anomaly('financing/modulation-below-floor', { rate, least }, bounds?.source))
  return { state: 'notified', notifiedOn, amount: share(base, rate, 10_000), anomalies }
}
