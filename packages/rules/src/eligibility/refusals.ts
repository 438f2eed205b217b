import type { CalendarDate, SiaeKind } from '@maillage/kernel'
import { refusalsOf } from '../reasons.ts'
import type { CriterionCode } from './criterion-code.ts'
import type { PrescriberKind } from './prescriber-kind.ts'

/** Every reason to refuse an eligibility, with what its sentence quotes. */
export type EligibilityRefusals = {
  'eligibility/prescriber-not-authorised': { kind: PrescriberKind }
  'eligibility/self-prescription-withdrawn': { until: CalendarDate | null }
  'eligibility/criterion-not-in-force': { criterion: CriterionCode; on: CalendarDate }
  'eligibility/criteria-exclude-each-other': { one: CriterionCode; other: CriterionCode }
  'eligibility/proof-too-old': { criterion: CriterionCode; dated: CalendarDate; validUntil: CalendarDate; on: CalendarDate }
  'eligibility/proof-after-issue': { criterion: CriterionCode; dated: CalendarDate; on: CalendarDate }
  'eligibility/title-not-valid': { criterion: CriterionCode; on: CalendarDate }
  'eligibility/age-does-not-match': { criterion: CriterionCode; limit: number; on: CalendarDate }
  'eligibility/registered-too-short': { criterion: CriterionCode; months: number; within: number; on: CalendarDate }
  'eligibility/not-enough-criteria': { kind: SiaeKind; level1: number; level2: number; required: number }
}

export type EligibilityRefusal = keyof EligibilityRefusals

export const refusal = refusalsOf<EligibilityRefusals>()

/** What is missing before an answer: a fact of the request, or a fact of one criterion. */
export type GeneralMissing = 'diagnosis' | 'prescriber-check'
export type CriterionMissing = 'proof' | 'birth-date' | 'registration'
export type EligibilityMissing = GeneralMissing | `${CriterionMissing}:${CriterionCode}`
