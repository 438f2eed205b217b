import { addDays, addMonths, type CalendarDate, type Law, type Period } from '@maillage/kernel'
import { followUpTimes } from '../parameters/after-exit.ts'
import type { ExitReason } from './exit-reason.ts'

/** What somebody says of their situation, some months after an exit. `prefer-not` is an answer too. */
export const SITUATIONS = ['lasting-employment', 'transition-employment', 'training', 'searching', 'other', 'prefer-not'] as const
export type Situation = (typeof SITUATIONS)[number]

/** Who said it. */
export const ANSWER_SOURCES = ['phone', 'meeting', 'employer', 'partner', 'link'] as const
export type AnswerSource = (typeof ANSWER_SOURCES)[number]

/** Why nobody is asked any more. */
export type FollowUpStop = 'death' | 'return' | 'opposition'

export interface FollowUpAnswer {
  /** Months after the exit. */
  readonly horizon: number
  readonly situation: Situation
  /** Whether the business created is alive; null: not asked. */
  readonly businessAlive: boolean | null
}

/** What is known of an exit that decides what is asked after it. */
export interface FollowedExit {
  readonly exitOn: CalendarDate
  readonly reason: ExitReason
  readonly answers: readonly FollowUpAnswer[]
  readonly stops: readonly { readonly why: FollowUpStop; readonly on: CalendarDate }[]
}

export type FollowUpState = 'to-come' | 'due' | 'answered' | 'declined' | 'stopped' | 'no-answer'

export interface FollowUp {
  readonly horizon: number
  readonly dueOn: CalendarDate
  /** The days in which an answer speaks of the due day. */
  readonly asked: Period
  readonly state: FollowUpState
  readonly stop: FollowUpStop | null
}

/** Nobody is asked after a death, nor after a move inside the same carrier, where the person still works. */
const NOT_FOLLOWED: readonly ExitReason[] = ['death', 'internal-move']

/**
 * The follow-ups of an exit on a day: 3, 6 and 12 months, and 3 years for a business created. An answer stays whatever happens after; a death, a return
 * in the IAE or an opposition stops those whose days were not over. A silence is said as such, never read as an answer.
 * @example followUpsOf(law, exit, today) // [{ horizon: 3, dueOn: 2026-05-28, state: 'answered', … }, …]
 */
export function followUpsOf(law: Law, exit: FollowedExit, on: CalendarDate): readonly FollowUp[] {
  if (NOT_FOLLOWED.includes(exit.reason)) return []
  const times = law.on(exit.exitOn).get(followUpTimes)
  const horizons = exit.reason === 'business-creation' ? [...times.horizons, times.businessMonths] : times.horizons
  return horizons.map((horizon) => {
    const dueOn = addMonths(exit.exitOn, horizon)
    const asked = { first: addDays(dueOn, -times.daysBefore), last: addDays(dueOn, times.daysAfter) }
    const answer = exit.answers.find((each) => each.horizon === horizon)
    const stop = exit.stops.filter((each) => each.on <= asked.last && each.on <= on).toSorted((a, b) => a.on - b.on)[0]
    const state = answer
      ? answer.situation === 'prefer-not'
        ? 'declined'
        : 'answered'
      : stop
        ? 'stopped'
        : on < asked.first
          ? 'to-come'
          : on <= asked.last
            ? 'due'
            : 'no-answer'
    return { horizon, dueOn, asked, state, stop: answer ? null : (stop?.why ?? null) }
  })
}

/** The last day on which a link made on a day is answered. */
export function linkLastDay(law: Law, madeOn: CalendarDate): CalendarDate {
  return addDays(madeOn, law.on(madeOn).get(followUpTimes).linkDays)
}
