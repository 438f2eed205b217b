import type { CalendarDate, Month, SiaeKind } from '@maillage/kernel'
import { stepsOf } from '../reasons.ts'

/** Every step of an explanation of this slice, with what its sentence quotes. Hours are hundredths, amounts are cents. */
export type FinancingSteps = {
  'financing/hours-of-one-fte': { kind: SiaeKind; centiHours: number; fromAnnex: boolean }
  'financing/agreed': { fte: number; knownOn: CalendarDate | null }
  'financing/month': { month: Month; centiHours: number; realised: number; counted: number; cents: number; amount: number }
  'financing/month-awaiting-annex': { month: Month; centiHours: number; realised: number }
  'financing/capped': { realised: number; agreed: number; beyond: number }
  'financing/total': { counted: number; amount: number }
  'financing/shares': { byState: number; byDepartement: number }
}

export const financingStep = stepsOf<FinancingSteps>()
