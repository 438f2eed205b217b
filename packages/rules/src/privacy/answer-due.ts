import { addMonths, type CalendarDate, type Law } from '@maillage/kernel'
import { monthsToAnswerPerson } from '../parameters/person-rights.ts'

/**
 * The last day on which an organisation answers in time a person who exercises their rights: the same day of the next month, or its last one.
 * Source: RGPD 12.3; règlement 1182/71, art. 3.2 c. A day of rest is not moved to the next: answering a day early harms nobody.
 * @example answerDue(law, day('2026-01-31')) // 28 February 2026
 */
export const answerDue = (law: Law, receivedOn: CalendarDate): CalendarDate =>
  addMonths(receivedOn, law.on(receivedOn).get(monthsToAnswerPerson))

/** Whether an answer is late on a day. */
export const isAnswerLate = (dueOn: CalendarDate, on: CalendarDate): boolean => on > dueOn
