import { addMonths, type CalendarDate, includes, type LawOfDay, type Refusal, type Source } from '@maillage/kernel'
import {
  type CriterionLevel,
  certifiableCriteria,
  criterionLevels,
  proofRules,
  registrationRules,
  seniorFromAge,
  youngBelowAge,
} from '../parameters/eligibility-criteria.ts'
import { type BirthDate, hasReachedAge } from './age-on.ts'
import type { CriterionCode } from './criterion-code.ts'
import { type EligibilityMissing, type EligibilityRefusal, refusal } from './refusals.ts'
import { hasBeenRegistered, type Registration } from './registered-days.ts'

/** What supports a criterion. `title` and `certification` with `last` null have no known end. */
export type Evidence =
  | { readonly kind: 'piece'; readonly dated: CalendarDate }
  | { readonly kind: 'title'; readonly first?: CalendarDate; readonly last: CalendarDate | null }
  | { readonly kind: 'renewal-request'; readonly dated: CalendarDate }
  | { readonly kind: 'diploma' }
  | { readonly kind: 'certification'; readonly first: CalendarDate; readonly last: CalendarDate | null }

export interface TickedCriterion {
  readonly code: CriterionCode
  readonly evidence?: Evidence
}

/** The facts of the person that age and registration criteria need, and the two days that proofs are held against. */
export interface CriterionFacts {
  readonly issuedOn: CalendarDate
  readonly hiredOn: CalendarDate
  readonly birth?: BirthDate
  readonly registration?: Registration
}

export type CriterionFinding = { readonly code: CriterionCode; readonly level: CriterionLevel | null } & (
  | { readonly state: 'established' }
  | { readonly state: 'failed'; readonly refusal: Refusal<EligibilityRefusal> }
  | { readonly state: 'undetermined'; readonly missing: EligibilityMissing }
)

type Finding = Refusal<EligibilityRefusal> | EligibilityMissing | 'established'

const SHORTEST_MONTH = 28

function recentPiece(
  code: CriterionCode,
  evidence: Evidence | undefined,
  months: number,
  on: CalendarDate,
  source: Source | undefined,
): Finding {
  if (evidence?.kind !== 'piece') return `proof:${code}`
  const { dated } = evidence
  if (dated > on) return refusal('eligibility/proof-after-issue', { criterion: code, dated, on }, source)
  // A month has 28 days at least: most pieces are recent enough without asking the calendar, the dearest part of an evaluation.
  if (on < dated + SHORTEST_MONTH * months) return 'established'
  const expiry = addMonths(dated, months)
  // « Datant de moins de trois mois » : three calendar months after its date, the piece is three months old, no longer less.
  if (expiry > on) return 'established'
  return refusal('eligibility/proof-too-old', { criterion: code, dated, validUntil: (expiry - 1) as CalendarDate, on }, source)
}

function title(code: CriterionCode, evidence: Evidence | undefined, on: CalendarDate, source: Source | undefined): Finding {
  if (evidence?.kind === 'renewal-request' && evidence.dated <= on) return 'established'
  if (evidence?.kind !== 'title') return `proof:${code}`
  if ((evidence.first ?? on) <= on && (evidence.last === null || on <= evidence.last)) return 'established'
  return refusal('eligibility/title-not-valid', { criterion: code, on }, source)
}

function age(code: CriterionCode, facts: CriterionFacts, law: LawOfDay): Finding {
  const young = code === 'JEUNE'
  const parameter = young ? youngBelowAge : seniorFromAge
  const limit = law.get(parameter)
  const reached = hasReachedAge(facts.birth, limit, facts.issuedOn)
  if (reached === 'unknown') return `birth-date:${code}`
  if (reached !== young) return 'established'
  return refusal('eligibility/age-does-not-match', { criterion: code, limit, on: facts.issuedOn }, law.find(parameter)?.source)
}

function registered(code: CriterionCode, facts: CriterionFacts, law: LawOfDay): Finding {
  if (code !== 'DETLD' && code !== 'DELD') return 'established'
  if (!facts.registration) return `registration:${code}`
  const rule = law.get(registrationRules)[code]
  if (hasBeenRegistered(facts.registration, rule, facts.issuedOn)) return 'established'
  return refusal('eligibility/registered-too-short', { criterion: code, ...rule, on: facts.issuedOn }, law.find(registrationRules)?.source)
}

function proven({ code, evidence }: TickedCriterion, facts: CriterionFacts, law: LawOfDay): Finding {
  const { issuedOn, hiredOn } = facts
  if (evidence?.kind === 'certification' && law.get(certifiableCriteria).includes(code))
    return includes(evidence, issuedOn)
      ? 'established'
      : refusal('eligibility/title-not-valid', { criterion: code, on: issuedOn }, law.find(certifiableCriteria)?.source)
  const rule = law.get(proofRules)[code]
  const source = law.find(proofRules)?.source
  switch (rule.kind) {
    case 'birth-date':
      return age(code, facts, law)
    case 'title':
      return title(code, evidence, rule.validOn === 'hire' ? hiredOn : issuedOn, source)
    case 'diploma-or-recent-statement':
      return evidence?.kind === 'diploma' ? 'established' : recentPiece(code, evidence, rule.months, issuedOn, source)
    case 'recent-piece':
      return recentPiece(code, evidence, rule.months, issuedOn, source)
  }
}

/**
 * Whether one ticked criterion is established on the day the PASS is issued: proven, failed with its reason, or lacking a fact.
 * A criterion ticked without its proof is never a no. `law` is the law of the day of issue.
 * @example findCriterion(law.on(day('2026-06-15')), { code: 'RSA', evidence: { kind: 'piece', dated: day('2026-03-20') } }, facts)
 */
export function findCriterion(law: LawOfDay, ticked: TickedCriterion, facts: CriterionFacts): CriterionFinding {
  const { code } = ticked
  const level = law.get(criterionLevels)[code] ?? null
  if (level === null)
    return {
      code,
      level,
      state: 'failed',
      refusal: refusal('eligibility/criterion-not-in-force', { criterion: code, on: facts.issuedOn }, law.find(criterionLevels)?.source),
    }
  const proof = proven(ticked, facts, law)
  const finding = proof === 'established' ? registered(code, facts, law) : proof
  if (finding === 'established') return { code, level, state: finding }
  return typeof finding === 'string'
    ? { code, level, state: 'undetermined', missing: finding }
    : { code, level, state: 'failed', refusal: finding }
}
