import { type Explained, explained, includes, type Law, type Refusal, type Step } from '@maillage/kernel'
import { exclusivePairs, level2Threshold, levelOneIsEnough } from '../parameters/eligibility-criteria.ts'
import { prescribersOfTheOrder } from '../parameters/prescriber-authorisation.ts'
import { labourCode } from '../parameters/texts.ts'
import { CRITERIA } from './criteria.ts'
import type { CriterionCode } from './criterion-code.ts'
import { type CriterionFinding, findCriterion } from './criterion-finding.ts'
import type { DiagnosisAuthor, EligibilityCarrier, EligibilityRequest, EligibilityVerdict } from './eligibility-request.ts'
import { PRESCRIBERS } from './prescriber-kind.ts'
import { type Prescriber, prescriberStanding } from './prescriber-standing.ts'
import { type EligibilityMissing, type EligibilityRefusal, refusal } from './refusals.ts'
import { type EligibilitySteps, eligibilityStep } from './steps.ts'

interface Assessment {
  readonly verdict: EligibilityVerdict
  readonly findings: readonly CriterionFinding[]
  readonly required: number
}

function exclusions(law: Law, { criteria, issuedOn }: EligibilityRequest): Refusal<EligibilityRefusal>[] {
  const ticked = new Set(criteria.map((each) => each.code))
  const pairs = law.on(issuedOn).find(exclusivePairs)
  return (pairs?.value ?? [])
    .filter(([one, other]) => ticked.has(one) && ticked.has(other))
    .map(([one, other]) => refusal('eligibility/criteria-exclude-each-other', { one, other }, pairs?.source))
}

function verdictOf(
  refusals: readonly Refusal<EligibilityRefusal>[],
  missing: readonly EligibilityMissing[],
  carriedBy: EligibilityCarrier | undefined,
): EligibilityVerdict {
  if (missing.length > 0) return { state: 'undetermined', missing, refusals }
  return carriedBy && refusals.length === 0 ? { state: 'granted', carriedBy } : { state: 'refused', refusals }
}

function byPrescriber(law: Law, request: EligibilityRequest, author: Prescriber): Assessment {
  const refusals = exclusions(law, request)
  const standing = prescriberStanding(law, author, request.issuedOn)
  if (standing === 'not-authorised')
    refusals.push(
      refusal('eligibility/prescriber-not-authorised', { kind: author.kind }, law.on(request.issuedOn).find(prescribersOfTheOrder)?.source),
    )
  const missing: EligibilityMissing[] = []
  if (refusals.length === 0 && standing === 'unknown') missing.push('prescriber-check')
  if (refusals.length === 0 && request.diagnosedOn === null) missing.push('diagnosis')
  return { verdict: verdictOf(refusals, missing, { by: 'prescriber' }), findings: [], required: 0 }
}

/** One finding per criterion: the best of what was typed twice. */
function findAll(law: Law, request: EligibilityRequest): CriterionFinding[] {
  const rank = { established: 0, undetermined: 1, failed: 2 } as const
  const facts = { ...request, hiredOn: request.hiredOn ?? request.issuedOn }
  const ofDay = law.on(request.issuedOn)
  const best = new Map<CriterionCode, CriterionFinding>()
  for (const ticked of request.criteria) {
    const finding = findCriterion(ofDay, ticked, facts)
    const known = best.get(ticked.code)
    if (!known || rank[finding.state] < rank[known.state]) best.set(ticked.code, finding)
  }
  return [...best.values()]
}

function carrierOf(findings: readonly CriterionFinding[], levelOne: number, required: number): EligibilityCarrier | undefined {
  const codes = (level: number) => findings.filter((each) => each.level === level).map((each) => each.code)
  if (codes(1).length >= levelOne) return { by: 'level-1', criteria: codes(1) }
  return codes(2).length >= required ? { by: 'level-2', criteria: codes(2) } : undefined
}

function bySiae(law: Law, request: EligibilityRequest, author: DiagnosisAuthor & { role: 'siae' }): Assessment {
  const ofDay = law.on(request.issuedOn)
  const threshold = ofDay.find(level2Threshold)
  const required = ofDay.get(level2Threshold)[author.kind]
  const levelOne = ofDay.get(levelOneIsEnough)
  const findings = findAll(law, request)
  const withdrawal = author.selfPrescriptionWithdrawn?.find((each) => includes(each, request.issuedOn))
  const refusals = exclusions(law, request)
  if (withdrawal)
    refusals.push(
      refusal(
        'eligibility/self-prescription-withdrawn',
        { until: withdrawal.last },
        labourCode('L5132-3', 'Limitation, suspension ou retrait'),
      ),
    )

  const established = findings.filter((each) => each.state === 'established')
  const failed = findings.flatMap((each) => (each.state === 'failed' ? [each.refusal] : []))
  const lacking = findings.flatMap((each) => (each.state === 'undetermined' ? [each.missing] : []))
  const carriedBy = carrierOf(established, levelOne, required)
  if (carriedBy && refusals.length === 0)
    return { verdict: verdictOf([], request.diagnosedOn === null ? ['diagnosis'] : [], carriedBy), findings, required }

  const possible = carrierOf(
    findings.filter((each) => each.state !== 'failed'),
    levelOne,
    required,
  )
  if (possible && refusals.length === 0) {
    const missing: EligibilityMissing[] = request.diagnosedOn === null ? ['diagnosis', ...lacking] : lacking
    return { verdict: verdictOf(failed, missing, undefined), findings, required }
  }
  if (!carriedBy) {
    const counted = (level: number) => established.filter((each) => each.level === level).length
    refusals.push(
      ...failed,
      refusal(
        'eligibility/not-enough-criteria',
        { kind: author.kind, level1: counted(1), level2: counted(2), required },
        threshold?.source,
      ),
    )
  }
  return { verdict: verdictOf(refusals, [], undefined), findings, required }
}

function stepsOf(request: EligibilityRequest, { verdict, findings, required }: Assessment): Step<keyof EligibilitySteps>[] {
  const { author } = request
  const opening =
    author.role === 'prescriber'
      ? eligibilityStep('eligibility/prescribed', { kind: author.kind }, true, { sensitivity: PRESCRIBERS[author.kind].betrays })
      : eligibilityStep('eligibility/threshold', { kind: author.kind, required }, required)
  const each = findings.map(({ code, level, state }) =>
    eligibilityStep('eligibility/criterion', { criterion: code, level, state }, state === 'established', {
      sensitivity: CRITERIA[code].sensitivity,
    }),
  )
  return [opening, ...each, eligibilityStep('eligibility/verdict', { state: verdict.state }, verdict.state === 'granted')]
}

/**
 * Whether a person is eligible to a pathway on the day the PASS IAE is issued.
 *
 * By an authorised prescriber: no criterion is needed. By the SIAE: one level 1 criterion, or two (AI, ETTI) or three (EI, ACI, EITI) of level 2.
 * Every reason is collected; a criterion that failed is not held against somebody whom the others carry. What could still carry the right
 * once completed gives `undetermined`, with what is missing.
 *
 * Refuses with the codes of `EligibilityRefusals`; throws `NoTextInForce` before 3 September 2021.
 * Sources: R5132-1-7; order of 1 September 2021, changed on 4 September 2025.
 * @example judgeEligibility(law, { author: { role: 'siae', kind: 'ACI' }, diagnosedOn, issuedOn, criteria: [{ code: 'RSA', evidence }] }).value
 */
export function judgeEligibility(law: Law, request: EligibilityRequest): Explained<EligibilityVerdict, keyof EligibilitySteps> {
  const { author } = request
  const assessment = author.role === 'prescriber' ? byPrescriber(law, request, author) : bySiae(law, request, author)
  return explained('eligibility/judge-eligibility', 1, assessment.verdict, () => stepsOf(request, assessment))
}
