import type { SiaeKind } from '@maillage/kernel'
import { stepsOf } from '../reasons.ts'
import type { CriterionCode } from './criterion-code.ts'
import type { PrescriberKind } from './prescriber-kind.ts'

/** Every step of an explanation of this slice, with what its sentence quotes. */
export type EligibilitySteps = {
  'eligibility/prescribed': { kind: PrescriberKind }
  'eligibility/threshold': { kind: SiaeKind; required: number }
  'eligibility/criterion': { criterion: CriterionCode; level: 1 | 2 | null; state: 'established' | 'failed' | 'undetermined' }
  'eligibility/verdict': { state: 'granted' | 'refused' | 'undetermined' }
}

export const eligibilityStep = stepsOf<EligibilitySteps>()
