export { nationalLaw } from './national-law.ts'
export type { Anomaly } from './reasons.ts'
