import {
  addDays,
  addMonths,
  type CalendarDate,
  daysIn,
  includes,
  type Law,
  type OpenPeriod,
  type Period,
  type Refusal,
  type SiaeKind,
  type Verdict,
} from '@maillage/kernel'
import { type BirthDate, hasReachedAge } from '../eligibility/index.ts'
import { openContractAfterMonths, type ProlongationRule, prolongationRules } from '../parameters/pass-prolongation.ts'
import type { HeldPass, Prolongation } from './acts.ts'
import { firstDay, type Segment, timeline } from './life.ts'
import type { ProlongationReason } from './prolongation-reason.ts'
import { type PassMissing, type PassRefusal, refusal, type ToolObjection } from './refusals.ts'
import { toolObjectionsToProlongation } from './tool-objections.ts'

export interface ProlongationRequest extends HeldPass {
  readonly reason: ProlongationReason
  /** Last day asked; null for an open-ended contract only. */
  readonly last: CalendarDate | null
  readonly askedOn: CalendarDate
  readonly siaeKind: SiaeKind
  /** The SIAE that asks employs the person, or wishes to. */
  readonly relation: 'employs' | 'wishes-to-employ' | 'none'
  /** Whether it is the person's most recent right, and another request waits for an answer on it. */
  readonly isLatest: boolean
  readonly isPending: boolean
  readonly birth?: BirthDate
  readonly disabledWorkerTitle?: OpenPeriod
  readonly training?: Period
  readonly contractSignedOn?: CalendarDate
}

export interface ProlongationGrant {
  readonly prolongation: Prolongation
  /** Who decides: `granted` means that the request is admissible, not that this decision was taken. */
  readonly authorisedBy: 'siae' | 'authorised-prescriber'
  readonly toolObjections: readonly Refusal<ToolObjection>[]
}

export type ProlongationVerdict = Verdict<ProlongationGrant, PassRefusal, PassMissing>

interface Findings {
  readonly refusals: Refusal<PassRefusal>[]
  readonly missing: PassMissing[]
}

function aboutGround(law: Law, request: ProlongationRequest, rule: ProlongationRule, passLast: CalendarDate, found: Findings): void {
  const { reason, last, birth, disabledWorkerTitle, training, contractSignedOn, askedOn } = request
  const begins = addDays(passLast, 1)
  // The age of the ground « 50 ans et plus » is that of the day the prolongation begins; of the CDI inclusion, the day it is signed.
  const ageOn = reason === 'open-ended-inclusion-contract' ? contractSignedOn : begins
  if (reason === 'open-ended-inclusion-contract' && contractSignedOn === undefined) found.missing.push('contract')
  if (rule.minimumAge !== null && ageOn !== undefined) {
    const reached = hasReachedAge(birth, rule.minimumAge, ageOn)
    if (reached === 'unknown') found.missing.push('birth-date')
    if (reached === false) found.refusals.push(refusal('pass-iae/prolongation-too-young', { age: rule.minimumAge, on: ageOn }))
  }
  if (reason === 'open-ended-inclusion-contract' && contractSignedOn !== undefined) {
    const months = law.on(askedOn).get(openContractAfterMonths)
    const possibleFrom = addMonths(firstDay(request.pass, request.acts), months)
    if (contractSignedOn < possibleFrom) found.refusals.push(refusal('pass-iae/open-contract-too-early', { months, possibleFrom }))
  }
  if (reason === 'disabled-worker') {
    if (!disabledWorkerTitle) found.missing.push('disabled-worker-title')
    else if (!includes(disabledWorkerTitle, askedOn))
      found.refusals.push(refusal('pass-iae/disabled-worker-title-not-valid', { on: askedOn }))
  }
  if (reason === 'training-to-complete') {
    if (!training) found.missing.push('training')
    else if (!includes(training, passLast)) found.refusals.push(refusal('pass-iae/training-not-running-at-the-end', { passLast }))
    if (training && last !== null && last > training.last)
      found.refusals.push(refusal('pass-iae/prolongation-beyond-training', { trainingLast: training.last }))
  }
}

function aboutLength(
  request: ProlongationRequest,
  rule: ProlongationRule,
  segments: readonly Segment[],
  begins: CalendarDate,
): Refusal<PassRefusal>[] {
  const { reason, last } = request
  if (last === null) return reason === 'open-ended-inclusion-contract' ? [] : [refusal('pass-iae/prolongation-needs-an-end', { reason })]
  if (last < begins) return [refusal('pass-iae/prolongation-ends-before-it-begins', { first: begins })]
  const found: Refusal<PassRefusal>[] = []
  if (rule.totalMonths !== null) {
    const suspended = segments.filter((each) => each.state === 'suspended').reduce((sum, each) => sum + daysIn(each), 0)
    const latest = addDays(addMonths(firstDay(request.pass, request.acts), rule.totalMonths), suspended - 1)
    if (last > latest) found.push(refusal('pass-iae/prolongation-too-long-in-all', { months: rule.totalMonths, latest }))
  }
  if (rule.decisionMonths !== null) {
    const latest = addDays(addMonths(begins, rule.decisionMonths), -1)
    if (last > latest) found.push(refusal('pass-iae/prolongation-decision-too-long', { months: rule.decisionMonths, latest }))
  }
  return found
}

function aboutPass(request: ProlongationRequest, rule: ProlongationRule, segments: readonly Segment[]): Refusal<PassRefusal>[] {
  const { acts, reason, siaeKind: kind, relation, isLatest, isPending, askedOn } = request
  const found: Refusal<PassRefusal>[] = []
  if (!rule.kinds.includes(kind)) found.push(refusal('pass-iae/prolongation-kind-excluded', { reason, kind }))
  // The SIAE prolongs by itself only the pathway of somebody it employs; a prescriber may also for one who wishes to employ.
  if (relation === 'none' || (rule.authorisedBy === 'siae' && relation !== 'employs'))
    found.push(refusal('pass-iae/prolongation-without-employer', { reason }))
  if (!isLatest) found.push(refusal('pass-iae/prolongation-of-an-older-pass', {}))
  if (isPending) found.push(refusal('pass-iae/prolongation-already-asked', {}))
  if (segments.some((each) => each.state === 'suspended' && includes(each, askedOn)))
    found.push(refusal('pass-iae/prolongation-while-suspended', {}))
  const closure = acts.find((act) => act.kind === 'closure')
  if (closure) found.push(refusal('pass-iae/prolongation-of-a-closed-pass', { last: closure.last }))
  return found
}

/**
 * Whether a request to prolong a right beyond its last day is admissible, and who decides on it.
 *
 * The Code du travail (R5132-1-8) gives grounds, caps on the whole length (84 or 60 months, suspensions left out) and the one-year decisions of
 * ACI and AI. The State's service adds its own steps (365 days), totals and window: they are in `toolObjections` and refuse nothing here.
 *
 * Refuses with the `pass-iae/prolongation-…` codes; `undetermined` names the fact that lacks. Throws `NoTextInForce` before September 2021.
 * @example judgeProlongation(law, { pass, acts, reason: 'senior', last, askedOn, siaeKind: 'EI', relation: 'employs', isLatest: true, isPending: false, birth })
 */
export function judgeProlongation(law: Law, request: ProlongationRequest): ProlongationVerdict {
  const { reason, last, pass, acts } = request
  const rule = law.on(request.askedOn).get(prolongationRules)[reason]
  const source = law.on(request.askedOn).find(prolongationRules)?.source
  if (!rule) return { state: 'refused', refusals: [refusal('pass-iae/prolongation-reason-closed', { reason }, source)] }
  const segments = timeline(law, pass, acts)
  const passLast = segments.at(-1)?.last ?? pass.first
  const begins = addDays(passLast, 1)
  const found: Findings = {
    refusals: [...aboutPass(request, rule, segments), ...aboutLength(request, rule, segments, begins)],
    missing: [],
  }
  aboutGround(law, request, rule, passLast, found)
  const refusals = found.refusals.map((each) => (each.source || !source ? each : { ...each, source }))
  if (refusals.length > 0) return { state: 'refused', refusals }
  if (found.missing.length > 0) return { state: 'undetermined', missing: found.missing, refusals: [] }
  const prolongation: Prolongation = { kind: 'prolongation', first: begins, last, reason }
  const toolObjections = toolObjectionsToProlongation(law, request, prolongation, passLast)
  return { state: 'granted', carriedBy: { prolongation, authorisedBy: rule.authorisedBy, toolObjections } }
}
