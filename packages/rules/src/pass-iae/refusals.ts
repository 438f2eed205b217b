import type { CalendarDate, SiaeKind } from '@maillage/kernel'
import { anomaliesOf, refusalsOf } from '../reasons.ts'
import type { ProlongationReason } from './prolongation-reason.ts'
import type { SuspensionReason } from './suspension-reason.ts'

/** Every reason to refuse a request of this slice, with what its sentence quotes. */
export type PassRefusals = {
  'pass-iae/suspension-reason-closed': { reason: SuspensionReason; kind: SiaeKind }
  'pass-iae/suspension-ends-before-it-begins': { first: CalendarDate; last: CalendarDate }
  'pass-iae/suspension-too-long': { latest: CalendarDate; months: number }
  'pass-iae/suspension-in-future': { first: CalendarDate }
  'pass-iae/suspension-too-far-back': { earliest: CalendarDate; days: number }
  'pass-iae/suspension-outside-pass': { first: CalendarDate; passFirst: CalendarDate; passLast: CalendarDate }
  'pass-iae/suspension-of-an-older-pass': Record<never, never>
  'pass-iae/suspension-overlaps': { first: CalendarDate; last: CalendarDate }
  'pass-iae/suspension-before-hire': { hiredOn: CalendarDate }
  'pass-iae/suspension-while-other-stay-runs': { stay: string }
  'pass-iae/contract-suspension-too-short': { days: number }
  'pass-iae/declarant-not-entitled': { role: 'siae' | 'prescriber' }
  'pass-iae/not-suspended-long-enough': { months: number; possibleFrom: CalendarDate | null }
  'pass-iae/closure-not-examined': Record<never, never>
  'pass-iae/closure-not-notified': Record<never, never>
  'pass-iae/prolongation-reason-closed': { reason: ProlongationReason }
  'pass-iae/prolongation-kind-excluded': { reason: ProlongationReason; kind: SiaeKind }
  'pass-iae/prolongation-ends-before-it-begins': { first: CalendarDate }
  'pass-iae/prolongation-needs-an-end': { reason: ProlongationReason }
  'pass-iae/prolongation-too-long-in-all': { months: number; latest: CalendarDate }
  'pass-iae/prolongation-decision-too-long': { months: number; latest: CalendarDate }
  'pass-iae/prolongation-too-young': { age: number; on: CalendarDate }
  'pass-iae/prolongation-without-employer': { reason: ProlongationReason }
  'pass-iae/disabled-worker-title-not-valid': { on: CalendarDate }
  'pass-iae/training-not-running-at-the-end': { passLast: CalendarDate }
  'pass-iae/prolongation-beyond-training': { trainingLast: CalendarDate }
  'pass-iae/open-contract-too-early': { months: number; possibleFrom: CalendarDate }
  'pass-iae/prolongation-of-an-older-pass': Record<never, never>
  'pass-iae/prolongation-while-suspended': Record<never, never>
  'pass-iae/prolongation-already-asked': Record<never, never>
  'pass-iae/prolongation-of-a-closed-pass': { last: CalendarDate }
  'pass-iae/refusal-not-reasoned': Record<never, never>
  'pass-iae/refusal-not-notified': { to: 'siae' | 'person' }
  'pass-iae/hire-in-the-past': { hiredOn: CalendarDate }
  'pass-iae/hire-too-far': { latest: CalendarDate }
  'pass-iae/hire-after-end': { passLast: CalendarDate }
  'pass-iae/waiting-period': { until: CalendarDate }
  'pass-iae/not-eligible': Record<never, never>
  'pass-iae/two-rights-in-force': { count: number }
}

/** What the State's service would refuse though the Code du travail does not: shown beside the answer, never a refusal of ours. */
export type ToolObjections = {
  'pass-iae/tool-takes-siae-only': Record<never, never>
  'pass-iae/tool-pass-over': { passLast: CalendarDate }
  'pass-iae/tool-request-too-long': { days: number }
  'pass-iae/tool-total-too-long': { days: number }
  'pass-iae/tool-window-closed': { opens: CalendarDate; closes: CalendarDate }
  'pass-iae/tool-still-waiting': { until: CalendarDate }
}

/** What may be wrong in facts as they were recorded: never refused, always listed. */
export type PassAnomalies = {
  'pass-iae/hire-recorded-late': { hiredOn: CalendarDate; recordedOn: CalendarDate }
  'pass-iae/hire-without-pass': { hiredOn: CalendarDate }
  'pass-iae/hire-before-pass': { hiredOn: CalendarDate; passFirst: CalendarDate }
  'pass-iae/hire-after-pass': { hiredOn: CalendarDate; passLast: CalendarDate }
  'pass-iae/hire-during-suspension': { hiredOn: CalendarDate }
  'pass-iae/diagnosis-expired-at-hire': { hiredOn: CalendarDate; expiredOn: CalendarDate }
  'pass-iae/prescriber-not-authorised': { madeOn: CalendarDate }
  'pass-iae/recorded-suspension-overlaps': { first: CalendarDate; last: CalendarDate }
  'pass-iae/recorded-suspension-too-long': { first: CalendarDate; latest: CalendarDate }
  'pass-iae/recorded-suspension-outside-pass': { first: CalendarDate }
  'pass-iae/recorded-closure-before-pass': { last: CalendarDate }
}

export type PassRefusal = keyof PassRefusals
export type ToolObjection = keyof ToolObjections
export type PassAnomaly = keyof PassAnomalies
export type PassMissing = 'birth-date' | 'disabled-worker-title' | 'training' | 'contract'

export const refusal = refusalsOf<PassRefusals>()
export const objection = refusalsOf<ToolObjections>()
export const anomaly = anomaliesOf<PassAnomalies>()
