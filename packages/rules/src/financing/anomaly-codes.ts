import { anomaliesOf } from '../reasons.ts'

/** What may be wrong in a decision as it was notified. Rates are hundredths of a percent. */
export type FinancingAnomalies = {
  'financing/modulation-above-ceiling': { rate: number; most: number }
  'financing/modulation-below-floor': { rate: number; least: number }
}

export type FinancingAnomaly = keyof FinancingAnomalies

export const anomaly = anomaliesOf<FinancingAnomalies>()
