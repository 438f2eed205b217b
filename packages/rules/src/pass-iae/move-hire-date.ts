import { addDays, type CalendarDate, decide, type Law, type Outcome, type Refusal } from '@maillage/kernel'
import { movedHireAheadDays } from '../parameters/hire-dates.ts'
import type { HeldPass, StartMoved } from './acts.ts'
import { timeline } from './life.ts'
import { type PassRefusal, refusal } from './refusals.ts'

/**
 * Whether the day of a hire may be moved, and the move of the right that goes with it: only a right that has not begun moves with the hire.
 * Refuses: `hire-in-the-past`, `hire-too-far` (30 days ahead), `hire-after-end`. Source: public code of les emplois de l'inclusion.
 * @example moveHireDate(law, { pass, acts, to: day('2026-03-10'), today: day('2026-02-20') })
 */
export function moveHireDate(
  law: Law,
  { pass, acts, to, today }: HeldPass & { readonly to: CalendarDate; readonly today: CalendarDate },
): Outcome<{ readonly move: StartMoved | null }, PassRefusal> {
  const ahead = law.on(today).find(movedHireAheadDays)
  const latest = addDays(today, law.on(today).get(movedHireAheadDays))
  const segments = timeline(law, pass, acts)
  const begun = (segments[0]?.first ?? pass.first) <= today
  const passLast = segments.at(-1)?.last ?? pass.first
  const found: Refusal<PassRefusal>[] = []
  if (to < today) found.push(refusal('pass-iae/hire-in-the-past', { hiredOn: to }, ahead?.source))
  if (to > latest) found.push(refusal('pass-iae/hire-too-far', { latest }, ahead?.source))
  if (begun && to > passLast) found.push(refusal('pass-iae/hire-after-end', { passLast }))
  return decide(found, () => ({ move: begun ? null : { kind: 'start-moved', first: to, decidedOn: today } }))
}
