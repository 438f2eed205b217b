import {
  addMonths,
  type CalendarDate,
  type CentiHours,
  type Explained,
  explained,
  type Law,
  type OpenPeriod,
  type SiaeKind,
  type Step,
} from '@maillage/kernel'
import {
  type ClassOfReason,
  type ExitClass,
  exitClasses,
  internalMoveClass,
  leastPresence,
  reasonsInsideIae,
  sixMonthBoundary,
} from '../parameters/exit-rules.ts'
import { contractLength } from './contract-length.ts'
import { type ExitReason, sensitivityOfExit } from './exit-reason.ts'
import { type ExitSteps, exitStep, type NotCounted } from './steps.ts'

/** The end of a stay in one SIAE, as recorded. It is neither the end of a contract nor that of the PASS IAE. */
export interface Exit {
  readonly kind: SiaeKind
  readonly entry: CalendarDate
  readonly exitOn: CalendarDate
  readonly reason: ExitReason
  /** Hours declared on the annex; null: not known. */
  readonly hours: CentiHours | null
  /** Days of the contract or assignment found, for a reason classed by its length; `last` null: open-ended. */
  readonly found?: OpenPeriod
}

/** What is missing before an exit can be classed or counted. */
export type ExitMissing = 'length-of-contract-found' | 'hours'

export interface ExitFinding {
  /** Null: what is missing decides. */
  readonly class: ExitClass | null
  /** Whether it stands in the denominator of rates; null: not known yet. */
  readonly counted: boolean | null
  readonly why: NotCounted | null
  /** The person works in another SIAE, or in the same one with an inclusion contract. */
  readonly staysInIae: boolean
  readonly missing: readonly ExitMissing[]
}

/**
 * What a reason counts for on a day, before the length of the contract found is looked at: the order in which a form proposes reasons.
 * @example classOfReason(law, 'fixed-term-contract', today) // 'by-length'
 */
export function classOfReason(law: Law, reason: ExitReason, on: CalendarDate): ClassOfReason | 'not-counted' {
  const ofDay = law.on(on)
  return reason === 'internal-move' ? ofDay.get(internalMoveClass) : ofDay.get(exitClasses)[reason]
}

interface Judged {
  readonly finding: ExitFinding
  readonly steps: () => Step<keyof ExitSteps>[]
}

function classOf(
  law: Law,
  { reason, exitOn, found }: Exit,
): { class: ExitClass | null; of: ClassOfReason | 'not-counted'; steps: Step<keyof ExitSteps>[] } {
  const ofDay = law.on(exitOn)
  const sensitivity = sensitivityOfExit(reason)
  const parameter = reason === 'internal-move' ? ofDay.find(internalMoveClass) : ofDay.find(exitClasses)
  const of = classOfReason(law, reason, exitOn)
  const source = parameter ? { source: parameter.source } : {}
  const steps: Step<keyof ExitSteps>[] = [exitStep('exits/reason', { reason, class: of }, of, { ...source, sensitivity })]
  if (of === 'not-counted') return { class: 'excluded', of, steps }
  if (of !== 'by-length') return { class: of, of, steps }
  if (!found) return { class: null, of, steps }
  const { months, exactly } = ofDay.get(sixMonthBoundary)
  const length = contractLength(found, months)
  const decided = length === 'exactly' ? exactly : length === 'longer' ? 'durable' : 'transition'
  const boundary = ofDay.find(sixMonthBoundary)
  steps.push(exitStep('exits/length', { length, months, class: decided }, decided, boundary ? { source: boundary.source } : {}))
  return { class: decided, of, steps }
}

function judge(law: Law, exit: Exit): Judged {
  const { kind, entry, exitOn, reason, hours } = exit
  const ofDay = law.on(exitOn)
  const { class: decided, of, steps: first } = classOf(law, exit)
  const missing: ExitMissing[] = decided === null ? ['length-of-contract-found'] : []
  const rule = ofDay.get(leastPresence)[kind]
  const until = addMonths(entry, rule.months)
  const present = exitOn >= until - 1
  const enough = rule.hours === 0 ? true : hours === null ? null : hours >= rule.hours
  const staysInIae = ofDay.get(reasonsInsideIae).includes(reason)

  let why: NotCounted | null = null
  if (of === 'not-counted') why = 'internal-move'
  else if (decided === 'excluded') why = 'withdrawn-by-its-reason'
  else if (!present) why = 'presence-too-short'
  else if (enough === false) why = 'hours-too-few'
  else if (enough === null) missing.push('hours')
  const counted = why !== null ? false : enough === null ? null : true
  const steps = () => {
    const source = ofDay.find(leastPresence)?.source
    const more = source ? { source } : {}
    const found = [...first]
    if (rule.months > 0)
      found.push(
        exitStep('exits/presence', { kind, months: rule.months, until: (until - 1) as CalendarDate, enough: present }, present, more),
      )
    if (rule.hours > 0 && hours !== null)
      found.push(exitStep('exits/hours', { kind, hours, least: rule.hours, enough: enough === true }, enough === true, more))
    if (staysInIae) {
      const inside = ofDay.find(reasonsInsideIae)?.source
      found.push(exitStep('exits/inside-iae', { reason }, true, inside ? { source: inside } : {}))
    }
    if (counted !== null) found.push(exitStep('exits/counted', { counted, why }, counted))
    return found
  }
  // Too short a presence takes the exit out whatever its reason: it is then of no class that a rate reads.
  const shown = why === 'presence-too-short' || why === 'hours-too-few' ? 'excluded' : decided
  return { finding: { class: shown, counted, why, staysInIae, missing }, steps }
}

/**
 * The class of an exit, and whether it is counted: durable employment, transition, positive, other, or taken out. Six months exactly are durable by default, a
 * parameter because sources differ. A presence under three months (EI, ACI) or 150 hours (AI, ETTI) takes the exit out. A move inside one carrier is not counted
 * unless a territory wrote otherwise. What is not known is asked for, never guessed.
 * Source: circulaire DGEFP n° 2008-21; public code of the State's dashboards. Throws `NoTextInForce` before 2014.
 * @example classifyExit(law, { kind: 'ACI', entry, exitOn, reason: 'fixed-term-contract', hours, found }).value.class
 */
export function classifyExit(law: Law, exit: Exit): Explained<ExitFinding, keyof ExitSteps> {
  const { finding, steps } = judge(law, exit)
  return explained('exits/classify-exit', 1, finding, steps)
}
