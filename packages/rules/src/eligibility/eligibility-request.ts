import type { CalendarDate, OpenPeriod, SiaeKind, Verdict } from '@maillage/kernel'
import type { BirthDate } from './age-on.ts'
import type { CriterionCode } from './criterion-code.ts'
import type { TickedCriterion } from './criterion-finding.ts'
import type { Prescriber } from './prescriber-standing.ts'
import type { EligibilityMissing, EligibilityRefusal } from './refusals.ts'
import type { Registration } from './registered-days.ts'

/** Who made the diagnosis: an authorised prescriber, or the SIAE for its own hire (auto-prescription). */
export type DiagnosisAuthor =
  | ({ readonly role: 'prescriber' } & Prescriber)
  | { readonly role: 'siae'; readonly kind: SiaeKind; readonly selfPrescriptionWithdrawn?: readonly OpenPeriod[] }

export interface EligibilityRequest {
  readonly author: DiagnosisAuthor
  /** Day of the socio-professional diagnosis; null: not made yet. Criteria alone never suffice (R5132-1-7 I). */
  readonly diagnosedOn: CalendarDate | null
  /** Day the PASS IAE is issued, against which proofs are held. */
  readonly issuedOn: CalendarDate
  /** Day of hire, when it is another day: the disability decision is held against it. */
  readonly hiredOn?: CalendarDate
  readonly criteria: readonly TickedCriterion[]
  readonly birth?: BirthDate
  readonly registration?: Registration
}

/** What carried the eligibility: the prescriber's word, or the criteria established. */
export type EligibilityCarrier =
  | { readonly by: 'prescriber' }
  | { readonly by: 'level-1' | 'level-2'; readonly criteria: readonly CriterionCode[] }

export type EligibilityVerdict = Verdict<EligibilityCarrier, EligibilityRefusal, EligibilityMissing>
