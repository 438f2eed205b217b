export { nationalLaw } from './national-law.ts'
export { type Ratio, ratio, shownRatio, sumRatios } from './ratio.ts'
export type { Anomaly } from './reasons.ts'
