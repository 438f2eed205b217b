import type { CalendarDate, Law } from '@maillage/kernel'
import type { Answer } from './answer.ts'
import type { Reader } from './read.ts'

/** A rule that a line may ask: it reads its input, then answers under a law, for a day. */
export type CommandRule = (law: Law, at: CalendarDate, input: unknown) => Answer

/** @example commandRule(record({ birth: date }), (law, at, { birth }) => …) */
export function commandRule<Input>(read: Reader<Input>, answer: (law: Law, at: CalendarDate, input: Input) => Answer): CommandRule {
  return (law, at, input) => answer(law, at, read(input, 'input'))
}
