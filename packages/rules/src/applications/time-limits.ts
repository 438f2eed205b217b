import { addDays, type CalendarDate, type Law } from '@maillage/kernel'
import { archiveAfterDays, automaticRefusalDays, promisedAnswerDays } from '../parameters/application-times.ts'
import type { ApplicationState } from './application-state.ts'

/** An application as time sees it: its state, and the last day something happened to it. */
export interface QuietApplication {
  readonly state: ApplicationState
  readonly lastMovedOn: CalendarDate
}

const ARCHIVED_BY_TIME: readonly ApplicationState[] = ['new', 'processing', 'postponed', 'refused', 'cancelled', 'obsolete']

/**
 * Whether an application nobody answered is refused by the clock: new or in process, 60 days without a move.
 * Before 10 March 2025 nothing was refused that way. Source: public code of les emplois de l'inclusion.
 * @example isDueForAutomaticRefusal(law, { state: 'new', lastMovedOn: day('2026-01-01') }, day('2026-03-02')) // true
 */
export function isDueForAutomaticRefusal(law: Law, { state, lastMovedOn }: QuietApplication, on: CalendarDate): boolean {
  const days = law.on(on).find(automaticRefusalDays)?.value
  return days !== undefined && (state === 'new' || state === 'processing') && on >= lastMovedOn + days
}

/** Whether an application is put away by time: 180 days without a move, never one that is accepted, in the pool or prior to hire. */
export function isDueForArchive(law: Law, { state, lastMovedOn }: QuietApplication, on: CalendarDate): boolean {
  return ARCHIVED_BY_TIME.includes(state) && on >= lastMovedOn + law.on(on).get(archiveAfterDays)
}

/**
 * The day by which the structure promised an answer: a usage, which a territory or a structure may set otherwise. A promise, never a sanction.
 * @example promisedAnswerOn(law, day('2026-11-01')) // 2026-12-01
 */
export function promisedAnswerOn(law: Law, receivedOn: CalendarDate): CalendarDate {
  return addDays(receivedOn, law.on(receivedOn).get(promisedAnswerDays))
}
