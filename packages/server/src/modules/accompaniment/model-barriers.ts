import type { CalendarDate, Sensitivity } from '@maillage/kernel'
import type { BarrierArea } from '@maillage/rules/accompaniment'

/** Where a barrier stands. A barrier noted by mistake is withdrawn: nobody reads it any more but in its history. */
export const BARRIER_STATES = ['identified', 'in-progress', 'lifted', 'withdrawn'] as const
export type BarrierState = (typeof BARRIER_STATES)[number]

/** How much it weighs on the pathway today. */
export const BARRIER_WEIGHTS = ['slight', 'serious', 'blocking'] as const
export type BarrierWeight = (typeof BARRIER_WEIGHTS)[number]

/** How it is known: never the proof itself. */
export const BARRIER_EVIDENCE = ['said', 'seen-at-work', 'partner', 'document'] as const
export type BarrierEvidence = (typeof BARRIER_EVIDENCE)[number]

/** The longest sentence on what a person can lean on. */
export const STRENGTH_LIMIT = 300

/** What is written of a barrier, once and again. */
export interface BarrierFacts {
  readonly state: BarrierState
  readonly weight: BarrierWeight
  readonly evidence: BarrierEvidence | null
  readonly since: CalendarDate | null
  /** What it changes for the work, never an illness nor an offence. */
  readonly consequence: string | null
  readonly tried: string | null
}

/** An area of life where a person is held back, as it is known. */
export interface Barrier extends BarrierFacts {
  readonly id: string
  readonly personId: string
  readonly organisationId: string
  readonly area: BarrierArea
  readonly sensitivity: Sensitivity
  readonly version: number
  readonly recordedAt: Temporal.Instant
  /** The name under which its author works; null when they are not a member any more. */
  readonly author: string | null
}

/** What a person can lean on. */
export interface Strength {
  readonly id: string
  readonly personId: string
  /** Null: erased with the person. */
  readonly words: string | null
}

/** Whether only referents may write and read it. */
export const isPersonal = (sensitivity: Sensitivity): boolean => sensitivity === 'health' || sensitivity === 'justice'
