import type { CalendarDate, Law, Refusal, Sensitivity, Step } from '@maillage/kernel'
import {
  CRITERIA,
  type CriterionCode,
  type CriterionFinding,
  type DiagnosisAuthor,
  type EligibilityMissing,
  type EligibilityRefusal,
  type EligibilitySteps,
  type EligibilityVerdict,
  type Evidence,
  PRESCRIBERS,
  type PrescriberKind,
  type Registration,
  seenFromOutside,
  type TickedCriterion,
} from '@maillage/rules/eligibility'

export type VerdictState = EligibilityVerdict['state']

/** A diagnosis as anybody who holds the person may know it. */
export interface RecordedDiagnosis {
  readonly id: string
  readonly role: 'prescriber' | 'siae'
  readonly siaeId: string | null
  readonly siaeName: string | null
  readonly madeOn: CalendarDate
  readonly expiresOn: CalendarDate
  readonly replacedOn: CalendarDate | null
  readonly verdict: VerdictState
  readonly level1: number
  readonly level2: number
}

/** One criterion ticked, with its proof and what was found; `level` null: not in the texts of that day. */
export interface RecordedCriterion {
  readonly code: CriterionCode
  readonly level: number | null
  readonly finding: CriterionFinding['state']
  readonly evidence: Evidence | null
  readonly registration: Registration | null
}

/** Why the answer was what it was, that day. */
export type Reason =
  | { readonly kind: 'step'; readonly content: Step<keyof EligibilitySteps> }
  | { readonly kind: 'refusal'; readonly content: Refusal<EligibilityRefusal> }
  | { readonly kind: 'missing'; readonly content: EligibilityMissing }

const RANK: readonly Sensitivity[] = ['ordinary', 'social', 'health', 'justice']
const isCriterion = (code: unknown): code is CriterionCode => typeof code === 'string' && code in CRITERIA
const isKind = (kind: unknown): kind is PrescriberKind => typeof kind === 'string' && kind in PRESCRIBERS

function sensitivityOf(quoted: readonly unknown[]): Sensitivity {
  const found = quoted.flatMap((each) =>
    isCriterion(each) ? [CRITERIA[each].sensitivity] : isKind(each) ? [PRESCRIBERS[each].betrays] : [],
  )
  return found.reduce((worst, each) => (RANK.indexOf(each) > RANK.indexOf(worst) ? each : worst), 'ordinary' as Sensitivity)
}

/** How personal a reason is: that of the most personal criterion or service that it quotes. */
export function sensitivityOfReason(reason: Reason): Sensitivity {
  if (reason.kind === 'step') return reason.content.sensitivity
  if (reason.kind === 'missing') return sensitivityOf(reason.content.split(':'))
  const { code, details = {} } = reason.content
  // The kind of a structure is not the kind of a prescriber, though both are called so.
  return sensitivityOf(code === 'eligibility/not-enough-criteria' ? [] : Object.values(details))
}

/** Every reason of a verdict, in the order in which it is read: the steps, what refuses, what is missing. */
export function reasonsOf(verdict: EligibilityVerdict, steps: readonly Step<keyof EligibilitySteps>[]): readonly Reason[] {
  return [
    ...steps.map((content): Reason => ({ kind: 'step', content })),
    ...(verdict.state === 'granted' ? [] : verdict.refusals).map((content): Reason => ({ kind: 'refusal', content })),
    ...(verdict.state === 'undetermined' ? verdict.missing : []).map((content): Reason => ({ kind: 'missing', content })),
  ]
}

/**
 * How many criteria of each level are told outside the referents: those established for a structure, those ticked for a prescriber,
 * whose word needs no proof.
 */
export function countedLevels(
  law: Law,
  author: DiagnosisAuthor,
  findings: readonly CriterionFinding[],
  on: CalendarDate,
): { readonly level1: number; readonly level2: number } {
  const told = author.role === 'prescriber' ? findings : findings.filter((each) => each.state === 'established')
  const { level1, level2 } = seenFromOutside(law, { author, criteria: told.map((each) => each.code), on })
  return { level1, level2 }
}

/** How a proof is kept: its kind and one or two days. */
export function storedEvidence(evidence: TickedCriterion['evidence']): {
  readonly kind: string | null
  readonly first: CalendarDate | null
  readonly last: CalendarDate | null
} {
  if (!evidence) return { kind: null, first: null, last: null }
  if (evidence.kind === 'diploma') return { kind: 'diploma', first: null, last: null }
  if ('dated' in evidence) return { kind: evidence.kind, first: evidence.dated, last: null }
  return { kind: evidence.kind, first: evidence.first ?? null, last: evidence.last }
}

/** The proof as the rules read it. */
export function evidenceOf(kind: string | null, first: CalendarDate | null, last: CalendarDate | null): Evidence | null {
  if (kind === 'diploma') return { kind }
  if ((kind === 'piece' || kind === 'renewal-request') && first !== null) return { kind, dated: first }
  if (kind === 'certification' && first !== null) return { kind, first, last }
  return kind === 'title' ? { kind, ...(first === null ? {} : { first }), last } : null
}
