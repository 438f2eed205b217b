import { type CalendarDate, decide, type Law, type Outcome } from '@maillage/kernel'
import { reapplicationHours } from '../parameters/application-times.ts'
import { type ApplicationRefusal, refusal } from './refusals.ts'

/**
 * Whether the same person may apply again to the same employer: not within 24 hours, whoever sends.
 * @param minutesSinceLast minutes since the last application of that person to that employer; null: none
 * @example judgeReapplication(law, { on: today, minutesSinceLast: 1439 }) // refused: applications/already-sent
 */
export function judgeReapplication(
  law: Law,
  { on, minutesSinceLast }: { readonly on: CalendarDate; readonly minutesSinceLast: number | null },
): Outcome<null, ApplicationRefusal> {
  const hours = law.on(on).get(reapplicationHours)
  const source = law.on(on).find(reapplicationHours)?.source
  const tooSoon = minutesSinceLast !== null && minutesSinceLast < hours * 60
  return decide(tooSoon ? [refusal('applications/already-sent', { hours }, source)] : [], () => null)
}
