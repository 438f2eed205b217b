import {
  addDays,
  type CalendarDate,
  daysIn,
  decide,
  type Law,
  type OpenPeriod,
  type Outcome,
  overlap,
  type Refusal,
  type SiaeKind,
  type Source,
} from '@maillage/kernel'
import {
  contractSuspensionDays,
  suspensionDeclarants,
  suspensionMaxMonths,
  suspensionReasons,
  suspensionRetroactiveDays,
} from '../parameters/pass-suspension.ts'
import type { HeldPass, Suspension } from './acts.ts'
import { timeline } from './life.ts'
import { objection, type PassRefusal, refusal, type ToolObjection } from './refusals.ts'
import { daysOfSuspension, longestSuspension } from './suspended-days.ts'
import type { SuspensionReason } from './suspension-reason.ts'

export interface SuspensionRequest extends HeldPass {
  readonly first: CalendarDate
  /** Null when the return is not known. */
  readonly last: CalendarDate | null
  readonly reason: SuspensionReason
  readonly declaredOn: CalendarDate
  /** Kind of the SIAE whose contract is suspended, broken or ended. */
  readonly siaeKind: SiaeKind
  readonly declaredBy: 'siae' | 'authorised-prescriber' | 'other'
  /** Whether it is the person's most recent right: suspending an older one could bring two into force. */
  readonly isLatest: boolean
  /** First day of the person's latest stay, when there is one. */
  readonly hiredOn?: CalendarDate
  /** Stays elsewhere that run, and are not themselves suspended, on a day of the suspension: an opaque label each (SIAE and CIP). */
  readonly otherRunningStays?: readonly string[]
}

export interface SuspensionGrant {
  readonly suspension: Suspension
  readonly toolObjections: readonly Refusal<ToolObjection>[]
}

type Refusals = Refusal<PassRefusal>[]

function aboutReason(law: Law, request: SuspensionRequest): Refusals {
  const { reason, siaeKind: kind, first, last } = request
  const open = law.on(request.declaredOn).find(suspensionReasons)
  const found: Refusals = []
  if (!open?.value[reason]?.includes(kind)) found.push(refusal('pass-iae/suspension-reason-closed', { reason, kind }, open?.source))
  const floor = law.on(request.declaredOn).find(contractSuspensionDays)
  if (reason === 'contract-suspended' && floor && last !== null && last >= first && daysIn({ first, last }) <= floor.value)
    found.push(refusal('pass-iae/contract-suspension-too-short', { days: floor.value }, floor.source))
  return found
}

function aboutLength(law: Law, { first, last, declaredOn }: SuspensionRequest): Refusals {
  const found: Refusals = []
  const months = law.on(first).find(suspensionMaxMonths)
  const back = law.on(declaredOn).find(suspensionRetroactiveDays)
  if (last !== null && last < first) found.push(refusal('pass-iae/suspension-ends-before-it-begins', { first, last }))
  const latest = longestSuspension(law, first)
  if (last !== null && last > latest)
    found.push(refusal('pass-iae/suspension-too-long', { latest, months: months?.value ?? 0 }, months?.source))
  if (first > declaredOn) found.push(refusal('pass-iae/suspension-in-future', { first }, back?.source))
  const days = law.on(declaredOn).get(suspensionRetroactiveDays)
  const earliest = addDays(declaredOn, -days)
  if (first < earliest) found.push(refusal('pass-iae/suspension-too-far-back', { earliest, days }, back?.source))
  return found
}

function aboutPass(law: Law, request: SuspensionRequest): Refusals {
  const { pass, acts, first, hiredOn, otherRunningStays = [] } = request
  const found: Refusals = []
  const segments = timeline(law, pass, acts)
  const passFirst = segments[0]?.first ?? pass.first
  const passLast = segments.at(-1)?.last ?? pass.first
  if (first < passFirst || first > passLast) found.push(refusal('pass-iae/suspension-outside-pass', { first, passFirst, passLast }))
  if (!request.isLatest) found.push(refusal('pass-iae/suspension-of-an-older-pass', {}))
  if (hiredOn !== undefined && first < hiredOn) found.push(refusal('pass-iae/suspension-before-hire', { hiredOn }))
  const asked: OpenPeriod = daysOfSuspension(law, request)
  for (const act of acts) {
    if (act.kind !== 'suspension') continue
    const taken = daysOfSuspension(law, act)
    if (overlap(asked, taken)) found.push(refusal('pass-iae/suspension-overlaps', { first: taken.first, last: taken.last }))
  }
  for (const stay of otherRunningStays) found.push(refusal('pass-iae/suspension-while-other-stay-runs', { stay }))
  return found
}

function toolObjections(law: Law, { pass, acts, declaredOn, declaredBy }: SuspensionRequest, source?: Source): Refusal<ToolObjection>[] {
  const found: Refusal<ToolObjection>[] = []
  if (declaredBy !== 'siae') found.push(objection('pass-iae/tool-takes-siae-only', {}, source))
  const passLast = timeline(law, pass, acts).at(-1)?.last ?? pass.first
  if (passLast < declaredOn) found.push(objection('pass-iae/tool-pass-over', { passLast }))
  return found
}

/**
 * Whether a suspension of the right may be recorded: the person works in no SIAE any more, or not for more than fifteen days.
 *
 * The Code du travail (R5132-1-3) gives the cases and lets a prescriber or a SIAE declare it. The length (36 months), the late declaration
 * (365 days) and the rule against the future are the State's service's. Another running stay makes it impossible.
 *
 * Refuses with every `pass-iae/suspension-…` code, `contract-suspension-too-short`, `declarant-not-entitled`. Throws `NoTextInForce`
 * before December 2020. What only the State's service refuses is in `toolObjections`.
 * @example judgeSuspension(law, { pass, acts, first, last: null, reason: 'contract-ended', declaredOn, siaeKind: 'ACI', declaredBy: 'siae', isLatest: true })
 */
export function judgeSuspension(law: Law, request: SuspensionRequest): Outcome<SuspensionGrant, PassRefusal> {
  const { first, last, reason, declaredBy } = request
  const refusals = [...aboutReason(law, request), ...aboutLength(law, request), ...aboutPass(law, request)]
  const declarants = law.on(request.declaredOn).find(suspensionDeclarants)
  if (declaredBy === 'other' || !declarants?.value.includes(declaredBy))
    refusals.push(refusal('pass-iae/declarant-not-entitled', { role: declaredBy === 'siae' ? 'siae' : 'prescriber' }, declarants?.source))
  return decide(refusals, () => ({
    suspension: { kind: 'suspension', first, last, reason },
    toolObjections: toolObjections(law, request, declarants?.source),
  }))
}
