import type { CalendarDate } from '@maillage/kernel'
import { anomaliesOf } from '../reasons.ts'

/** What may be wrong in an exit as it was recorded: never refused, always listed. */
export type ExitAnomalies = {
  'exits/contract-still-runs': { exitOn: CalendarDate; contractLast: CalendarDate | null }
  'exits/no-contract-since': { exitOn: CalendarDate; contractLast: CalendarDate }
  'exits/second-exit-of-a-stay': { first: CalendarDate; second: CalendarDate }
  'exits/exit-before-entry': { entry: CalendarDate; exitOn: CalendarDate }
  'exits/continues-in-another-siae': Record<never, never>
}

export type ExitAnomaly = keyof ExitAnomalies

export const anomaly = anomaliesOf<ExitAnomalies>()
